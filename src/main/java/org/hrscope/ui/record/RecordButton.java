package org.hrscope.ui.record;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.recording.Medium;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.RadioItems;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.MarkedRange;
import org.hrscope.ui.stage.StageView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Records while it is down; the arrow beside it opens the choices: size, kind of file,
/// and a range of the file. FX thread.
public final class RecordButton extends HBox {
    private final Recorder recorder;
    private final Texts texts;

    RecordButton(Recorder recorder, Controls controls, Texts texts) {
        this.recorder = recorder;
        this.texts = texts;
        getStyleClass().add("record");
        ToggleButton button = controls.toggle(MaterialDesignR.RECORD_CIRCLE_OUTLINE, "record");
        button.getStyleClass().add("record-button");
        button.setOnAction(event -> {
            recorder.toggle();
            // The click itself has pressed it, whether or not anything began.
            button.setSelected(recorder.runningProperty().get());
        });
        recorder.runningProperty().subscribe((_, now) -> button.setSelected(now));
        ContextMenu menu = menu();
        var more = controls.button(MaterialDesignC.CHEVRON_DOWN, "record.more", () -> {});
        more.getStyleClass().add("narrow-button");
        more.setOnAction(event -> menu.show(more, Side.BOTTOM, 0, 0));
        button.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.SECONDARY) menu.show(button, Side.BOTTOM, 0, 0);
        });
        getChildren().addAll(button, more);
    }

    /// @param folder where recordings go
    public static RecordButton of(
            Shell shell, LiveViewModel live, StageView stage, MarkedRange range, Path folder) {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        Recorder.Places places =
                new Recorder.Places(
                        folder, new StageShots(stage), spec -> opener.open(spec, new FramePool()));
        Recorder recorder = new Recorder(shell, live, range, new FxThread(), places);
        return new RecordButton(recorder, shell.controls(), shell.texts());
    }

    private ContextMenu menu() {
        CheckMenuItem stage = new CheckMenuItem();
        stage.textProperty().bind(texts.of("record.stage"));
        stage.selectedProperty().bindBidirectional(recorder.wholeStageProperty());
        ContextMenu menu = new ContextMenu(stage, new SeparatorMenuItem());
        List<Medium> media = List.of(Medium.values());
        menu.getItems()
                .addAll(RadioItems.of(texts, "record.kind.", media, recorder.mediumProperty()));
        MenuItem from = new TextItem(texts, "record.from", recorder::markFrom);
        MenuItem to = new TextItem(texts, "record.to", recorder::markTo);
        MenuItem range = new MenuItem();
        range.setOnAction(event -> recorder.recordRange());
        range.textProperty()
                .bind(
                        texts.of(
                                this::rangeText,
                                recorder.range().fromProperty(),
                                recorder.range().toProperty()));
        menu.getItems().addAll(new SeparatorMenuItem(), from, to, range);
        menu.setOnShowing(event -> {
            boolean none = !recorder.rangeable();
            from.setDisable(none);
            to.setDisable(none);
            range.setDisable(none);
        });
        return menu;
    }

    private String rangeText() {
        MarkedRange range = recorder.range();
        if (!range.marked()) return texts.get("record.all");
        long to = range.toProperty().get();
        return texts.get(
                "record.range", "" + range.first(), to == MarkedRange.UNSET ? "…" : "" + to);
    }

    /// Time and size so far, for the stage: in the bar they would push its other parts aside.
    public Label sign() {
        Label sign = new Caption(recorder.stateProperty(), "record-sign");
        sign.setGraphic(new FontIcon(MaterialDesignR.RECORD));
        sign.visibleProperty().bind(sign.textProperty().isNotEmpty());
        sign.setMouseTransparent(true);
        return sign;
    }

    public Recorder recorder() {
        return recorder;
    }

    /// @param result the one just shown; remains owned by the caller
    public void offer(PipelineResult result) {
        recorder.offer(result);
    }

    /// A few times a second.
    public void update() {
        recorder.update();
    }

    /// Completes what is being recorded.
    public void close() {
        recorder.close();
    }
}
