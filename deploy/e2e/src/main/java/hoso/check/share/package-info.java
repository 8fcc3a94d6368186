/// Links to parts of health records, opened by a client that is not ours.
@org.jspecify.annotations.NullMarked
package hoso.check.share;
