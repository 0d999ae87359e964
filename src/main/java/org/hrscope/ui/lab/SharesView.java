package org.hrscope.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.hrscope.ablation.PeakShares;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.PaintedRegion;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// How much of a joint's peak each resolution gives: a bar, a sentence, and the numbers. Shares below zero stand left of
/// the bar's zero. FX thread.
public final class SharesView extends VBox {
    private static final Color[] BRANCHES = {
        Color.web("#fbb13c"), Color.web("#d1495b"), Color.web("#7b5ea7"), Color.web("#2e86ab")
    };
    private static final Color BIAS = Color.web("#8b95a5");

    /// One part of the peak.
    ///
    /// @param share of the peak; may be negative
    private record Slice(String name, double share, Color colour) {}

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
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(sentence, bar, numbers);
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(shares.peakProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        Changes.of(this::show, shares.peakProperty(), texts.languageProperty());
        show();
    }

    private void show() {
        PeakShares peak = shares.peakProperty().get();
        slices = peak == null || !(peak.peak() > 0) ? List.of() : slices(peak);
        sentence.setText(sentence(peak));
        bar.setAccessibleText(sentence.getText());
        numbers.getChildren().setAll(slices.stream().map(SharesView::number).toList());
        bar.setVisible(!slices.isEmpty());
        bar.repaint();
    }

    private List<Slice> slices(PeakShares peak) {
        List<Slice> found = new ArrayList<>();
        int branch = 0;
        for (double share : peak.shares().values()) {
            Color colour = BRANCHES[Math.min(branch, BRANCHES.length - 1)];
            found.add(new Slice("1/" + (4 << branch), share / peak.peak(), colour));
            branch++;
        }
        found.add(new Slice(texts.get("shares.bias"), peak.bias() / peak.peak(), BIAS));
        return found;
    }

    private String sentence(@Nullable PeakShares peak) {
        if (peak == null || peak.joint() >= skeleton.getValue().size()) return "";
        String joint = new JointNames(texts).of(skeleton.getValue().joints().get(peak.joint()));
        if (slices.isEmpty()) return texts.get("shares.none", joint);
        Slice most = slices.getFirst();
        for (Slice slice : slices) if (slice.share > most.share) most = slice;
        int branch = slices.indexOf(most);
        String percent = percent(most.share);
        if (branch == slices.size() - 1) return texts.get("shares.from.bias", percent, joint);
        String key = branch == 0 ? "finest" : branch == slices.size() - 2 ? "coarsest" : "middle";
        return texts.get("shares.from." + key, percent, joint, most.name);
    }

    private static Label number(Slice slice) {
        Label label = new Label(slice.name + "  " + percent(slice.share) + " %");
        label.setGraphic(new Rectangle(9, 9, slice.colour));
        label.getStyleClass().add("shares-number");
        return label;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private final class Bar extends PaintedRegion {
        Bar() {
            super("shares-bar");
        }

        @Override
        protected void paint(GraphicsContext to) {
            double below = slices.stream().mapToDouble(s -> Math.min(0, s.share)).sum();
            double above = slices.stream().mapToDouble(s -> Math.max(0, s.share)).sum();
            double scale = getWidth() / Math.max(1e-9, above - below);
            double zero = -below * scale;
            double left = zero;
            double right = zero;
            for (Slice slice : slices) {
                double wide = Math.abs(slice.share) * scale;
                if (slice.share < 0) left -= wide;
                to.setFill(slice.colour);
                to.fillRect(slice.share < 0 ? left : right, 0, Math.max(0, wide - 1), getHeight());
                if (slice.share >= 0) right += wide;
            }
            if (below < 0) {
                to.setFill(Color.WHITE);
                to.fillRect(zero - 1, 0, 2, getHeight());
            }
        }
    }
}
