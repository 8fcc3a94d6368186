-- The open shares of a certificate are counted before one more is made.
create index share_of_certificate on certificate_share (certificate_id) where ended_at is null;
