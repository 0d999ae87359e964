package org.hrscope.ui.lab;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.PeakSlices.Slice;

/// How much of a joint's peak each resolution gives: a bar, a sentence, and the numbers. Shares below zero stand left
/// of the bar's zero. FX thread.
public final class SharesView extends VBox {
    private final SharesViewModel shares;
    private final ObservableValue<Skeleton> skeleton;
    private final Texts texts;
    private final Label sentence = new Label();
    private final FlowPane numbers = new FlowPane(10, 2);
    private final Bar bar = new Bar();
    private List<Slice> slices = List.of();

    public SharesView(SharesViewModel shares, ObservableValue<Skeleton> skeleton, Texts texts) {
        this.shares = shares;
        this.skeleton = skeleton;
        this.texts = texts;
        getStyleClass().add("shares");
        Paragraph.of(sentence);
        getChildren().addAll(sentence, bar, numbers);
        setMinHeight(USE_PREF_SIZE);
        Presence.when(shares.peakProperty().isNotNull(), this);
        Changes.now(this::show, shares.peakProperty(), texts.languageProperty());
    }

    private void show() {
        PeakSlices peak = PeakSlices.of(shares.peakProperty().get(), texts);
        slices = peak.slices();
        sentence.setText(peak.sentence(skeleton.getValue(), texts));
        bar.setAccessibleText(sentence.getText());
        numbers.getChildren().setAll(slices.stream().map(SharesView::number).toList());
        bar.setVisible(!slices.isEmpty());
        bar.repaint();
    }

    private static Label number(Slice slice) {
        Label label = new Label(slice.name() + "  " + slice.percent());
        label.setGraphic(new Rectangle(9, 9, slice.colour()));
        label.getStyleClass().add("shares-number");
        return label;
    }

    private final class Bar extends PaintedRegion {
        Bar() {
            super("shares-bar");
        }

        @Override
        protected void paint(GraphicsContext to) {
            double below = slices.stream().mapToDouble(s -> Math.min(0, s.share())).sum();
            double above = slices.stream().mapToDouble(s -> Math.max(0, s.share())).sum();
            double scale = getWidth() / Math.max(1e-9, above - below);
            double zero = -below * scale;
            double left = zero;
            double right = zero;
            for (Slice slice : slices) {
                double wide = Math.abs(slice.share()) * scale;
                if (slice.share() < 0) left -= wide;
                to.setFill(slice.colour());
                to.fillRect(
                        slice.share() < 0 ? left : right, 0, Math.max(0, wide - 1), getHeight());
                if (slice.share() >= 0) right += wide;
            }
            if (below < 0) {
                to.setFill(Color.WHITE);
                to.fillRect(zero - 1, 0, 2, getHeight());
            }
        }
    }
}
