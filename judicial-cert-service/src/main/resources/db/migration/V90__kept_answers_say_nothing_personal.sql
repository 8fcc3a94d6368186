-- The first answer to a request held whom it is about and why less should be paid, in clear. It is read from the request now.
update idempotency_key set body = null where operation = 'submit-request';
