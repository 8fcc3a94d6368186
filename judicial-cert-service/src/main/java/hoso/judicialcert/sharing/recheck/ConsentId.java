package hoso.judicialcert.sharing.recheck;

import java.util.UUID;

/// Names a consent. Who knows it can ask nothing: the key is another one.
record ConsentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
