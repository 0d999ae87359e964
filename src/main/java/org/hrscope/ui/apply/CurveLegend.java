package org.hrscope.ui.apply;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;

/// What curve and bands of an [AngleCurveView] mean; its thresholds say so themselves. FX thread.
final class CurveLegend extends FlowPane {
    private static final double LENGTH = 14;

    private final Texts texts;

    CurveLegend(Texts texts) {
        this.texts = texts;
        getStyleClass().add("curve-legend");
        Node curve = Styled.as(new Line(0, 0, LENGTH, 0), "curve-smooth");
        Node active = Styled.as(new Region(), "legend-band", "active");
        Node unsure = Styled.as(new Region(), "legend-band", "unsure");
        getChildren()
                .addAll(entry("angle", curve), entry("active", active), entry("unsure", unsure));
    }

    private Caption entry(String key, Node sign) {
        Caption entry = new Caption(texts, "apply.legend." + key, "muted");
        entry.setGraphic(sign);
        return entry;
    }
}
