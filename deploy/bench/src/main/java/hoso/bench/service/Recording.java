package hoso.bench.service;

/// A command: something became true about this subject.
///
/// @param command its number, the same when it is sent again
/// @param subject whose order matters
record Recording(String command, String subject) {}
