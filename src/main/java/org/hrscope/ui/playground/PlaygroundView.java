package org.hrscope.ui.playground;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The whole playground, for a window of its own or a part of another: beside the grids where it is wide, under them
/// where it is narrow, stand the numbers. Space plays, Ctrl and the arrows step. FX thread.
public final class PlaygroundView extends BorderPane {
    private static final double WIDE = 720;
    private static final Duration STEP = Duration.millis(700);

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Remarks remarks;
    private final Bench bench;
    private final SettingsForm form;
    private final SumText sum;
    private final SizeFormulas formulas;
    private final CallView tensorFlow;
    private final CallView pyTorch;
    private final Label remark = new Label();
    private final Label place = new Label();
    private final Map<Preset, ToggleButton> presets = new EnumMap<>(Preset.class);
    private final VBox column = new VBox();
    private final Timeline clock;

    public PlaygroundView(PlaygroundViewModel model, Texts texts, Controls controls, Theme theme) {
        this.model = model;
        this.texts = texts;
        remarks = new Remarks(texts);
        bench =
                new Bench(
                        model,
                        texts,
                        () -> theme.darkProperty().get() ? CellColours.DARK : CellColours.LIGHT);
        form = new SettingsForm(model, texts, controls);
        sum = new SumText(texts);
        formulas = new SizeFormulas(texts);
        tensorFlow = new CallView("TensorFlow", controls, texts);
        pyTorch = new CallView("PyTorch", controls, texts);
        getStyleClass().addAll("playground", "takes-typing");
        remark.getStyleClass().add("playground-remark");
        place.setMinWidth(USE_PREF_SIZE);
        remark.setWrapText(true);
        column.getStyleClass().add("playground-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        setTop(presets(controls));
        setCenter(scroll);
        clock = new Timeline(new KeyFrame(STEP, event -> model.step(1)));
        clock.setCycleCount(Timeline.INDEFINITE);
        column.getChildren()
                .setAll(bench, transport(controls), remark, sum, formulas, tensorFlow, pyTorch);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        widthProperty().addListener(changed -> arrange());
        heightProperty().addListener(changed -> arrange());
        sceneProperty()
                .addListener((property, before, now) -> {
                    if (now == null) model.playingProperty().set(false);
                });
        model.playingProperty().addListener((property, before, now) -> play(now));
        model.momentProperty().addListener((property, before, now) -> refresh());
        texts.languageProperty().addListener((property, before, now) -> refresh());
        theme.darkProperty().addListener((property, before, now) -> refresh());
        arrange();
        refresh();
    }

    private FlowPane presets(Controls controls) {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("preset-bar");
        for (Preset preset : Preset.values()) {
            String key = "playground.preset." + preset.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.of(key));
            controls.named(button, key + ".what");
            button.setOnAction(event -> model.load(preset));
            presets.put(preset, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private HBox transport(Controls controls) {
        Button play =
                controls.button(
                        MaterialDesignP.PLAY,
                        "playground.play",
                        () -> model.playingProperty().set(!model.playingProperty().get()));
        model.playingProperty()
                .addListener((property, before, now) ->
                        play.setGraphic(
                                new FontIcon(now ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY)));
        HBox bar =
                new HBox(
                        controls.button(
                                MaterialDesignS.SKIP_BACKWARD,
                                "playground.first",
                                () -> model.seek(0)),
                        controls.button(
                                MaterialDesignS.SKIP_PREVIOUS,
                                "playground.back",
                                () -> model.step(-1)),
                        play,
                        controls.button(
                                MaterialDesignS.SKIP_NEXT, "playground.on", () -> model.step(1)),
                        place);
        bar.getStyleClass().add("playground-transport");
        return bar;
    }

    private void press(KeyEvent event) {
        boolean ahead = event.getCode() == KeyCode.RIGHT;
        if (event.getCode() == KeyCode.SPACE) {
            model.playingProperty().set(!model.playingProperty().get());
        } else if (event.isShortcutDown() && (ahead || event.getCode() == KeyCode.LEFT)) {
            model.step(ahead ? 1 : -1);
        } else {
            return;
        }
        event.consume();
    }

    private void play(boolean on) {
        if (on) clock.play();
        else clock.stop();
    }

    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        bench.arrange(wide, getHeight());
        setLeft(null);
        column.getChildren().remove(form);
        if (wide) setLeft(form);
        else column.getChildren().add(4, form);
    }

    private void refresh() {
        Moment now = model.moment();
        Setting setting = now.setting();
        bench.refresh();
        form.refresh();
        sum.show(now);
        formulas.show(setting);
        tensorFlow.show(Spelling.tensorFlow(setting));
        pyTorch.show(Spelling.pyTorch(setting));
        remark.setText(remarks.of(setting));
        boolean impossible = setting.obstacle().isPresent();
        remark.getStyleClass().removeAll("warning");
        if (impossible) remark.getStyleClass().add("warning");
        place.setText(
                impossible
                        ? ""
                        : texts.get("playground.position", now.step() + 1, setting.steps()));
        presets.forEach(
                (preset, button) -> button.setSelected(preset == model.presetProperty().get()));
    }
}
