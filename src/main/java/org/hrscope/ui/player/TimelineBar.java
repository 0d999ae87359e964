package org.hrscope.ui.player;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shrinking;
import org.hrscope.ui.common.ShrinkingBar;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointColours;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// A scrubber over the selected joint's score curve, and which frame is shown, with its file name in a folder. Where it
/// is narrow, the name gives way, then the total time. Visible only for seekable sources. FX thread.
public final class TimelineBar extends ShrinkingBar {
    private static final double LONGEST_NAME = 220;

    private final LiveViewModel live;
    private final Slider slider = new Slider();
    private final Label time = new Label();
    private final Label total = new Label();
    private boolean following;

    public TimelineBar(
            LiveViewModel live,
            JointsViewModel joints,
            Selection selection,
            ObservableValue<JointColours> colours,
            Controls controls,
            MarkedRange range) {
        this.live = live;
        getStyleClass().add("timeline");
        controls.named(slider, "timeline");
        ScoreLine line = new ScoreLine(live, joints, selection, colours);
        StackPane track = new StackPane(line, new RangeLine(range, live.infoProperty()), slider);
        HBox.setHgrow(track, Priority.ALWAYS);
        for (Label label : List.of(time, total)) {
            label.getStyleClass().add("meter-value");
            label.setMinWidth(USE_PREF_SIZE);
        }
        HBox times = new HBox(time, total);
        times.setAlignment(Pos.CENTER);
        Label name = name();
        getChildren().addAll(track, name, times);
        shrinking(Shrinking.hiding(name), Shrinking.hiding(total));
        Presence.when(live.infoProperty().map(SourceInfo::seekable).orElse(false), this);
        live.infoProperty().subscribe((_, now) -> length(now));
        live.positionProperty().subscribe((_, _) -> follow());
        slider.valueProperty().subscribe((_, now) -> scrub(now.longValue()));
        length(live.infoProperty().get());
    }

    private Label name() {
        Label name = Styled.as(new Label(), "muted");
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    SourceInfo info = live.infoProperty().get();
                                    boolean folder = info != null && info.framesPerSecond() <= 0;
                                    return folder ? live.frameNameProperty().get() : "";
                                },
                                live.infoProperty(),
                                live.frameNameProperty()));
        name.setMaxWidth(LONGEST_NAME);
        name.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        name.setTooltip(whole);
        return name;
    }

    private void length(@Nullable SourceInfo info) {
        following = true;
        slider.setMax(info != null && info.seekable() ? info.frames() - 1.0 : 1);
        slider.setBlockIncrement(1);
        following = false;
        if (info != null) total.setText(" / " + text(Math.max(0, info.frames() - 1), info));
        follow();
    }

    private void follow() {
        SourceInfo info = live.infoProperty().get();
        if (info == null) return;
        long at = live.positionProperty().get();
        time.setText(text(at, info));
        if (slider.isValueChanging()) return;
        following = true;
        slider.setValue((double) at);
        following = false;
    }

    /// Minutes, seconds and frame number; the number alone if the rate is unknown.
    private static String text(long frame, SourceInfo info) {
        if (info.framesPerSecond() <= 1) return String.valueOf(frame + 1);
        double seconds = frame / info.framesPerSecond();
        return Texts.format("%d:%05.2f #%d", (int) (seconds / 60), seconds % 60, frame);
    }

    private void scrub(long index) {
        if (!following) live.seek(index);
    }
}
