package wrong.mill.grain;

import wrong.bakery.oven.Display;

/// Knows a class of another service.
class Spy {
    Object look() {
        return new Display().show();
    }
}
