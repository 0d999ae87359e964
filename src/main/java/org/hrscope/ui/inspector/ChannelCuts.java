package org.hrscope.ui.inspector;

import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.hrscope.ablation.Gains;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Cuts;
import org.jspecify.annotations.Nullable;

/// Single channels cut in the grid: by its menu here, by key in the window. FX thread.
final class ChannelCuts {
    private final InspectorViewModel inspector;
    private final Cuts cuts;
    private final ChannelGridView grid;
    private final Texts texts;
    private @Nullable ContextMenu open;

    /// @param shown the gains in the maps shown, which may be the whole network's
    ChannelCuts(
            InspectorViewModel inspector,
            Cuts cuts,
            ObservableValue<Gains> shown,
            ChannelGridView grid,
            Texts texts) {
        this.inspector = inspector;
        this.cuts = cuts;
        this.grid = grid;
        this.texts = texts;
        grid.veil(channel -> {
            InspectorViewModel.Shown maps = inspector.shownProperty().get();
            return maps != null && gain(channel, maps.gains(shown.getValue())) == 0;
        });
        grid.setOnContextMenuRequested(this::menu);
        Changes.of(grid::repaint, shown);
    }

    private float gain(int channel, Gains among) {
        return cuts.gate(inspector.nodeProperty().get())
                .map(gate -> among.of(gate, channel))
                .orElse(1f);
    }

    private void menu(ContextMenuEvent event) {
        String node = inspector.nodeProperty().get();
        if (open != null) open.hide();
        event.consume();
        if (node == null) return;
        int channel = inspector.channelProperty().get();
        String name = node + "#" + channel;
        String key = gain(channel, cuts.gainsProperty().get()) == 1 ? "cut.cut" : "cut.restore";
        Runnable toggle = () -> cuts.toggle(node, OptionalInt.of(channel));
        MenuItem cut = new TextItem(texts.get(key, name), toggle);
        cut.setAccelerator(new KeyCodeCombination(KeyCode.X));
        open = new ContextMenu(cut);
        open.show(grid, event.getScreenX(), event.getScreenY());
    }
}
