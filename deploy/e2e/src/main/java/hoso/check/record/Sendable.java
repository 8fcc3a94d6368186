package hoso.check.record;

/// A document as a hospital sends it.
record Sendable(String mediaType, byte[] bytes) {}
