-- One question to the sequence yields ten serials: see the code that hands them out.
alter sequence payment_reference_serial increment by 10;
