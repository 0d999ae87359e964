package org.hrscope.ui.inspector;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.equation.CellOpener;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.playground.LayerPatch;
import org.hrscope.ui.playground.PlaygroundWindow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Opens a map's cell in the playground: in a window of its own, so that the person's own settings stay. FX thread.
final class CellMenu {
    private final InspectorViewModel inspector;
    private final CellOpener cells;
    private final Shell shell;
    private @Nullable ContextMenu menu;
    private @Nullable PlaygroundWindow playground;

    CellMenu(InspectorViewModel inspector, CellOpener cells, Shell shell) {
        this.inspector = inspector;
        this.cells = cells;
        this.shell = shell;
    }

    /// @param value whose cells the map shows; null for none the network has
    void on(FeatureMapView map, Supplier<@Nullable String> value) {
        map.setOnContextMenuRequested(event -> open(map, value.get(), event));
    }

    private void open(FeatureMapView map, @Nullable String value, ContextMenuEvent event) {
        MapCell at = inspector.cellProperty().get();
        if (menu != null) menu.hide();
        event.consume();
        if (value == null || at == null) return;
        boolean can = cells.opens(value);
        String key = can ? "cell.playground" : "cell.playground.none";
        MenuItem item = new MenuItem(shell.texts().get(key));
        item.setDisable(!can);
        item.setOnAction(chosen -> open(map, value, at));
        menu = new ContextMenu(item);
        menu.show(map, event.getScreenX(), event.getScreenY());
    }

    /// For the open node's cell under the pointer, or the one kept.
    Button button() {
        Button button =
                shell.controls()
                        .button(
                                MaterialDesignC.CALCULATOR_VARIANT_OUTLINE,
                                "cell.playground",
                                () -> {});
        button.setOnAction(event -> {
            MapCell at = inspector.cellProperty().get();
            String node = inspector.nodeProperty().get();
            if (at != null && node != null) open(button, node, at);
        });
        Changes.now(
                () ->
                        button.setDisable(
                                inspector.cellProperty().get() == null
                                        || !cells.opens(inspector.nodeProperty().get())),
                inspector.cellProperty(),
                inspector.nodeProperty());
        return button;
    }

    private void open(Node from, String value, MapCell at) {
        Window owner = from.getScene().getWindow();
        cells.open(value, inspector.channelProperty().get(), at, patch -> show(patch, owner));
    }

    private void show(LayerPatch patch, Window owner) {
        if (playground == null) {
            playground =
                    new PlaygroundWindow(owner, shell.texts(), shell.theme(), shell.controls());
        }
        playground.model().load(patch);
        playground.show();
    }
}
