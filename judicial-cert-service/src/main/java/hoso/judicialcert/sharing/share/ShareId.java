package hoso.judicialcert.sharing.share;

import java.util.UUID;

/// Names a share. Who knows it can open nothing: the secret is another one.
record ShareId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
