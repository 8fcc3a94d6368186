package wrong.bakery.oven;

/// Hands a row out.
public class Display {
    public BreadRow show() {
        return new BreadRow();
    }
}
