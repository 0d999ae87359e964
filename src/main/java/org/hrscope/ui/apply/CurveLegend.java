package org.hrscope.ui.apply;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.hrscope.action.Thresholds;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// What curve, lines and bands of an [AngleCurveView] mean. FX thread.
final class CurveLegend extends FlowPane {
    private static final double LENGTH = 14;

    private final Texts texts;

    /// @param thresholds null where the curve has no lines
    CurveLegend(ObservableValue<@Nullable Thresholds> thresholds, Texts texts) {
        this.texts = texts;
        getStyleClass().add("curve-legend");
        Caption begin = entry("apply.legend.begin", line("threshold-active"));
        Caption rest = entry("apply.legend.rest", line("threshold-rest"));
        Presence.when(thresholds.map(any -> true).orElse(false), begin, rest);
        Node active = Styled.as(new Region(), "legend-band", "active");
        Node unsure = Styled.as(new Region(), "legend-band", "unsure");
        Node curve = Styled.as(new Line(0, 0, LENGTH, 0), "curve-smooth");
        getChildren().add(entry("apply.legend.angle", curve));
        getChildren().addAll(begin, rest, entry("apply.legend.active", active));
        getChildren().add(entry("apply.legend.unsure", unsure));
    }

    /// Styled as the line that can be dragged.
    private static Node line(String style) {
        return Styled.as(new StackPane(Styled.as(new Region(), "threshold-line")), style);
    }

    private Caption entry(String key, Node sign) {
        Caption entry = new Caption(texts, key, "muted");
        entry.setGraphic(sign);
        return entry;
    }
}
