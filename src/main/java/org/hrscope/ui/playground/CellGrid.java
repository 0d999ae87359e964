package org.hrscope.ui.playground;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.Texts;

/// A grid of values with one cell selected, by pointer or arrow keys. If editable, digits start a new value; Enter or
/// leaving the cell commits it, Escape discards it. FX thread.
final class CellGrid extends PaintedRegion {

    /// A cell was selected.
    interface Choice {
        void at(int row, int column);
    }

    /// A value was entered.
    interface Entry {
        void at(int row, int column, double value);
    }

    private static final double LARGEST = 64;

    private final Supplier<CellColours> colours;
    private Choice choice = (row, column) -> {};
    private Entry entry = (row, column, value) -> {};
    private Runnable left = () -> {};
    private boolean writable;
    private Cells cells = new Cells(0, 0, List.of(), null);
    private String name = "";
    private double size = LARGEST;
    private int row;
    private int column;
    private String typed = "";

    CellGrid(Supplier<CellColours> colours) {
        super("cell-grid");
        this.colours = colours;
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        setFocusTraversable(true);
        setOnMousePressed(this::point);
        setOnKeyPressed(this::press);
        setOnKeyTyped(this::type);
        focusedProperty()
                .subscribe((_, now) -> {
                    keep();
                    if (now) choice.at(row, column);
                    else left.run();
                    repaint();
                });
    }

    void setOnChoice(Choice told) {
        choice = told;
    }

    /// @param told called when the keyboard focus leaves
    void setOnLeft(Runnable told) {
        left = told;
    }

    void setOnEntry(Entry told) {
        entry = told;
        writable = true;
    }

    /// @param words a screen reader's name for a cell: a message pattern of row, column and value
    void show(Cells shown, String words) {
        cells = shown;
        name = words;
        choose(row, column);
    }

    /// Selects without notifying; clamped to the grid.
    void choose(int atRow, int atColumn) {
        row = Math.clamp(atRow, 0, Math.max(cells.rows() - 1, 0));
        column = Math.clamp(atColumn, 0, Math.max(cells.columns() - 1, 0));
        if (cells.rows() > 0) {
            String value = Numbers.brief(cells.at(row, column).value());
            setAccessibleText(Texts.format(name, row + 1, column + 1) + ": " + value);
        }
        repaint();
    }

    /// The middle of what is drawn, from the grid's own top.
    double middle() {
        return cells.rows() * size / 2;
    }

    /// The largest cell size at which the whole grid is visible.
    double fit() {
        double across = getWidth() / Math.max(cells.columns(), 1);
        double down = getHeight() / Math.max(cells.rows(), 1);
        return Math.clamp(Math.floor(Math.min(across, down)), 6, LARGEST);
    }

    void size(double pixels) {
        size = pixels;
        repaint();
    }

    private void point(MouseEvent event) {
        requestFocus();
        move((int) (event.getY() / size), (int) (event.getX() / size));
        event.consume(); // a scroll pane round it would take the keyboard
    }

    private void move(int toRow, int toColumn) {
        keep();
        choose(toRow, toColumn);
        choice.at(row, column);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown()) return;
        boolean editing = !typed.isEmpty();
        switch (event.getCode()) {
            case LEFT -> move(row, column - 1);
            case RIGHT -> move(row, column + 1);
            case UP -> move(row - 1, column);
            case DOWN -> move(row + 1, column);
            case ENTER -> move(editing ? row + 1 : row, column);
            case BACK_SPACE -> typed(editing ? typed.substring(0, typed.length() - 1) : "");
            default -> {
                if (event.getCode() != KeyCode.ESCAPE || !editing) return;
                typed("");
            }
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        String more = typed + event.getCharacter();
        boolean open = writable && cells.rows() > 0 && cells.editable(row, column);
        if (open && more.matches("-?\\d{0,3}(\\.\\d{0,3})?")) {
            typed(more);
            event.consume();
        }
    }

    private void typed(String text) {
        typed = text;
        repaint();
    }

    /// Commits the typed value; an incomplete number is discarded.
    private void keep() {
        String text = typed;
        typed = "";
        if (text.matches(".*\\d.*")) entry.at(row, column, Double.parseDouble(text));
    }

    @Override
    protected void paint(GraphicsContext to) {
        CellPainter painter = new CellPainter(to, colours.get(), size);
        painter.paint(cells);
        if (!isFocused() || cells.rows() == 0) return;
        if (!typed.isEmpty()) painter.entry(row, column, typed);
        painter.outline(row, column, 1, 1, colours.get().text());
    }
}
