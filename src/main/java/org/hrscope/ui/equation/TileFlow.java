package org.hrscope.ui.equation;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Equal tiles, in the number of rows that makes their maps largest and leaves room for their names. FX thread.
final class TileFlow extends Pane {
    private static final double GAP = 6;

    /// What a name that is cut off is worth: maps may be smaller by as much for its sake.
    private static final double CUT_OFF = 0.75;

    private double aspect = 1;

    TileFlow() {
        getStyleClass().add("tile-flow");
        setMinSize(120, 80);
    }

    /// @param ratio of a map's height to its width
    void aspect(double ratio) {
        aspect = ratio;
        requestLayout();
    }

    /// The map's width if the tiles are in this many columns.
    private double fit(int columns, int count) {
        int rows = Math.ceilDiv(count, columns);
        double across = share(columns) - TermTile.SIGN;
        double down = (getHeight() - (rows - 1) * GAP) / rows - TermTile.TEXT;
        return Math.min(across, down / aspect);
    }

    private double share(int columns) {
        return (getWidth() - (columns - 1) * GAP) / columns;
    }

    private double worth(int columns, int count) {
        boolean named =
                getChildren().stream()
                        .allMatch(each ->
                                !(each instanceof TermTile tile)
                                        || tile.named(Math.floor(share(columns))));
        return fit(columns, count) * (named ? 1 : CUT_OFF);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        if (count == 0) return;
        int columns = 1;
        for (int c = 2; c <= count; c++) if (worth(c, count) > worth(columns, count)) columns = c;
        double map = Math.max(20, fit(columns, count));
        // Names get the room that maps cannot use.
        double wide = Math.min(share(columns), 1.7 * map + TermTile.SIGN);
        double high = map * aspect + TermTile.TEXT;
        for (int i = 0; i < count; i++) {
            Node tile = getChildren().get(i);
            tile.resizeRelocate(
                    Math.floor(i % columns * (wide + GAP)),
                    Math.floor(i / columns * (high + GAP)),
                    Math.floor(wide),
                    Math.floor(high));
        }
    }
}
