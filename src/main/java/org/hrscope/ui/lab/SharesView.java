package org.hrscope.ui.lab;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.PeakSlices.Slice;

/// How much of a joint's peak each resolution gives: a bar in the colours of the map's lines, a sentence, and the
/// numbers. Shares below zero stand left of the bar's zero. FX thread.
public final class SharesView extends VBox {
    /// Between slices, in pixels.
    private static final double GAP = 2;

    /// How much paler each slice is than the one before it in the same colour.
    private static final double PALER = 0.7;

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
        numbers.getChildren().setAll(slices.stream().map(this::number).toList());
        bar.setVisible(!slices.isEmpty());
        bar.show();
    }

    private Label number(Slice slice) {
        Label label = new Label(slice.name() + "  " + slice.percent());
        label.setGraphic(Styled.as(area(slice), "share-sign"));
        label.getStyleClass().add("shares-number");
        return label;
    }

    private Region area(Slice slice) {
        String kind = "share-" + slice.kind().name().toLowerCase(Locale.ROOT);
        Region area = Styled.as(new Region(), kind);
        long before =
                slices.stream()
                        .takeWhile(each -> each != slice)
                        .filter(each -> each.kind() == slice.kind())
                        .count();
        area.setOpacity(Math.pow(PALER, before));
        return area;
    }

    private final class Bar extends Pane {
        private final Region zero = Styled.as(new Region(), "share-zero");

        Bar() {
            getStyleClass().add("shares-bar");
        }

        void show() {
            getChildren().setAll(slices.stream().map(SharesView.this::area).toList());
            getChildren().add(zero);
            zero.setVisible(slices.stream().anyMatch(slice -> slice.share() < 0));
        }

        @Override
        protected void layoutChildren() {
            double below = slices.stream().mapToDouble(s -> Math.min(0, s.share())).sum();
            double above = slices.stream().mapToDouble(s -> Math.max(0, s.share())).sum();
            double scale = getWidth() / Math.max(1e-9, above - below);
            double middle = -below * scale;
            double left = middle;
            double right = middle;
            for (int i = 0; i < slices.size(); i++) {
                double share = slices.get(i).share();
                double wide = Math.abs(share) * scale;
                if (share < 0) left -= wide;
                getChildren()
                        .get(i)
                        .resizeRelocate(
                                share < 0 ? left : right, 0, Math.max(0, wide - GAP), getHeight());
                if (share >= 0) right += wide;
            }
            zero.resizeRelocate(middle - GAP, 0, GAP, getHeight());
        }
    }
}
