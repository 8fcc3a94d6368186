package hoso.local.carrier;

import java.util.List;

/// A letter the carrier has taken in, and what has become of it so far.
record Letter(
        String trackingNumber,
        String orderReference,
        String idempotencyKey,
        String recipient,
        String phone,
        String address,
        boolean codOnDelivery,
        String documentBase64,
        List<Step> steps) {

    /// One scan of the letter on its way.
    record Step(String status, String at) {}

    Letter with(Step step) {
        var more = new java.util.ArrayList<>(steps);
        more.add(step);
        return new Letter(
                trackingNumber,
                orderReference,
                idempotencyKey,
                recipient,
                phone,
                address,
                codOnDelivery,
                documentBase64,
                List.copyOf(more));
    }

    String status() {
        return steps.isEmpty() ? "" : steps.getLast().status();
    }

    boolean arrived() {
        return Journey.isEnd(status());
    }
}
