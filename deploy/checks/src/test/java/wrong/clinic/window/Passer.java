package wrong.clinic.window;

import wrong.clinic.cabinet.Cabinet;
import wrong.clinic.cabinet.Glasses;

/// Reads past the gate, and makes its own sight.
class Passer {
    String look(Cabinet cabinet) {
        return new Glasses().read(cabinet.open());
    }
}
