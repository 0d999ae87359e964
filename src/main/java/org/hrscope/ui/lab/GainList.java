package org.hrscope.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ablation.Gates;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;

/// All changed gains, in the order of computation. FX thread.
final class GainList extends ScrollPane {
    private static final double TALLEST = 140;
    private static final double ROW = 42;

    private final Cuts cuts;
    private final Controls controls;
    private final Texts texts;
    private final VBox rows = new VBox();

    GainList(Cuts cuts, Controls controls, Texts texts) {
        super();
        this.cuts = cuts;
        this.controls = controls;
        this.texts = texts;
        getStyleClass().add("gain-list");
        rows.getStyleClass().add("gain-rows");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMaxHeight(TALLEST);
        Changes.now(this::fill, cuts.gainsProperty());
    }

    private void fill() {
        List<GainRow> before = rows.getChildren().stream().map(GainRow.class::cast).toList();
        List<GainRow> now = new ArrayList<>();
        for (Gain gain : sorted()) {
            GainRow row =
                    before.stream()
                            .filter(each -> each.isOf(gain))
                            .findFirst()
                            .orElseGet(() -> new GainRow(cuts, gain, controls, texts));
            row.show(gain.gain());
            now.add(row);
        }
        for (GainRow row : before) {
            if (now.contains(row) || !row.held()) continue;
            row.show(1);
            now.add(Math.min(before.indexOf(row), now.size()), row);
        }
        if (!now.equals(before)) rows.getChildren().setAll(now);
        // Two at least, beside the table that takes the rest.
        setMinHeight(ROW * Math.min(2, now.size()));
    }

    private List<Gain> sorted() {
        Gates gates = cuts.gatesProperty().get();
        return cuts.gainsProperty().get().changed().stream()
                .sorted(
                        Comparator.comparingInt((Gain gain) -> place(gates, gain))
                                .thenComparingInt(gain -> gain.channel().orElse(-1)))
                .toList();
    }

    private static int place(@org.jspecify.annotations.Nullable Gates gates, Gain gain) {
        return gates == null ? 0 : gates.find(gain.name()).map(gates.all()::indexOf).orElse(0);
    }
}
