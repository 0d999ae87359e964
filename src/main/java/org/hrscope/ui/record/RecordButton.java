package org.hrscope.ui.record;

import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.recording.Medium;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Records while it is down; the arrow beside it opens the choices: size, kind of file,
/// and a range of the file. FX thread.
public final class RecordButton extends HBox {
    private final Recorder recorder;
    private final Texts texts;

    private RecordButton(Recorder recorder, Controls controls, Texts texts) {
        this.recorder = recorder;
        this.texts = texts;
        getStyleClass().add("record");
        setAlignment(Pos.CENTER);
        ToggleButton button = controls.toggle(MaterialDesignR.RECORD_CIRCLE_OUTLINE, "record");
        button.getStyleClass().add("record-button");
        button.setOnAction(event -> recorder.toggle());
        recorder.runningProperty().addListener((property, before, now) -> button.setSelected(now));
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
            Shell shell, LiveViewModel live, LayersViewModel layers, StageView stage, Path folder) {
        SourceOpener opener = new SourceOpener(new Cameras(), pool -> new DemoSource());
        Recorder.Places places =
                new Recorder.Places(
                        folder,
                        new StageShots(stage, layers),
                        spec -> opener.open(spec, new FramePool()));
        Recorder recorder = new Recorder(shell, live, new FxThread(), places);
        return new RecordButton(recorder, shell.controls(), shell.texts());
    }

    private ContextMenu menu() {
        CheckMenuItem stage = new CheckMenuItem();
        stage.textProperty().bind(texts.of("record.stage"));
        stage.selectedProperty().bindBidirectional(recorder.wholeStageProperty());
        ContextMenu menu = new ContextMenu(stage, new SeparatorMenuItem());
        ToggleGroup kinds = new ToggleGroup();
        for (Medium medium : Medium.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty()
                    .bind(texts.of("record.kind." + medium.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(kinds);
            item.setSelected(medium == recorder.mediumProperty().get());
            item.setOnAction(event -> recorder.mediumProperty().set(medium));
            menu.getItems().add(item);
        }
        MenuItem from = item("record.from", recorder::markFrom);
        MenuItem to = item("record.to", recorder::markTo);
        MenuItem range = new MenuItem();
        range.setOnAction(event -> recorder.recordRange());
        range.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::rangeText,
                                recorder.fromProperty(),
                                recorder.toProperty(),
                                texts.languageProperty()));
        menu.getItems().addAll(new SeparatorMenuItem(), from, to, range);
        menu.setOnShowing(event -> {
            boolean none = !recorder.rangeable();
            from.setDisable(none);
            to.setDisable(none);
            range.setDisable(none);
        });
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.of(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private String rangeText() {
        long from = recorder.fromProperty().get();
        long to = recorder.toProperty().get();
        if (from == Recorder.UNSET && to == Recorder.UNSET) return texts.get("record.all");
        String end = to == Recorder.UNSET ? "…" : "" + to;
        return texts.get("record.range", "" + Math.max(0, from), end);
    }

    /// Time and size so far, for the stage: in the bar they would push its other parts aside.
    public Label sign() {
        Label sign = new Label();
        sign.setGraphic(new FontIcon(MaterialDesignR.RECORD));
        sign.getStyleClass().add("record-sign");
        sign.textProperty().bind(recorder.stateProperty());
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
