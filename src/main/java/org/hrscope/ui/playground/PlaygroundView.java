package org.hrscope.ui.playground;

import static org.kordamp.ikonli.materialdesign2.MaterialDesignP.PAUSE;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignP.PLAY;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignS.SKIP_BACKWARD;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignS.SKIP_NEXT;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignS.SKIP_PREVIOUS;

import java.util.EnumMap;
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
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.kordamp.ikonli.javafx.FontIcon;

/// The whole playground, in its own window or as part of another: the settings are beside the grids in a wide window,
/// below them in a narrow one. Space plays, Ctrl+arrows step. FX thread.
public final class PlaygroundView extends BorderPane {
    private static final double WIDE = 900;

    /// Room for the three grids side by side.
    private static final double IN_A_ROW = 660;

    private static final Duration STEP = Duration.millis(700);

    /// Beyond this many positions the kernel moves faster.
    private static final double UNHURRIED = 16;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Bench bench;
    private final SettingsForm form;
    private final SumText sum;
    private final SizeFormulas formulas;
    private final CallView tensorFlow;
    private final CallView pyTorch;
    private final Label remark = Styled.as(new Label(), "playground-remark");
    private final Label place = new Label();
    private final Map<Preset, ToggleButton> presets = new EnumMap<>(Preset.class);
    private final VBox column = Styled.as(new VBox(), "playground-column");
    private final ScrollPane scroll = new ScrollPane(column);
    private final Timeline clock;

    /// Until the next layout, which knows where things are. While a lesson speaks of the calls, they stay in view in
    /// whatever window.
    private boolean turning;

    public PlaygroundView(PlaygroundViewModel model, Texts texts, Controls controls, Theme theme) {
        this.model = model;
        this.texts = texts;
        bench = new Bench(model, texts, () -> CellColours.of(theme.darkProperty().get()));
        form = new SettingsForm(model, texts, controls);
        sum = new SumText(texts);
        formulas = new SizeFormulas(texts);
        tensorFlow = new CallView("TensorFlow", controls, texts);
        pyTorch = new CallView("PyTorch", controls, texts);
        getStyleClass().addAll("playground", "takes-typing");
        place.setMinWidth(USE_PREF_SIZE);
        remark.setWrapText(true);
        column.getChildren().setAll(bench, transport(controls), sum, formulas);
        column.getChildren().addAll(tensorFlow, pyTorch);
        scroll.setFitToWidth(true);
        setTop(presets(controls));
        setCenter(scroll);
        clock = new Timeline(new KeyFrame(STEP, event -> model.step(1)));
        clock.setCycleCount(Timeline.INDEFINITE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        Changes.of(this::arrange, widthProperty());
        heightProperty().addListener(changed -> bench.room(getHeight()));
        Changes.of(this::turn, model.codeProperty());
        heightProperty().subscribe(() -> turning |= model.codeProperty().get());
        sceneProperty().addListener(changed -> model.playingProperty().set(false));
        model.playingProperty().subscribe((_, now) -> play(now));
        arrange(true);
        Changes.now(
                this::refresh,
                model.momentProperty(),
                texts.languageProperty(),
                theme.darkProperty());
    }

    private void turn() {
        turning = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!turning) return;
        turning = false;
        boolean calls = model.codeProperty().get();
        // From below: the first call stands at the top, with as much of the second as fits.
        scroll.setVvalue(calls ? 1 : 0);
        if (calls) Scrolled.to(tensorFlow, 0);
    }

    private FlowPane presets(Controls controls) {
        FlowPane bar = Styled.as(new FlowPane(), "preset-bar");
        for (Preset preset : Preset.values()) {
            String key = Texts.key("playground.preset.", preset);
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
        Button play = controls.button(PLAY, "playground.play", this::togglePlaying);
        model.playingProperty().subscribe(now -> play.setGraphic(new FontIcon(now ? PAUSE : PLAY)));
        HBox bar =
                new HBox(
                        controls.button(SKIP_BACKWARD, "playground.first", () -> model.seek(0)),
                        controls.button(SKIP_PREVIOUS, "playground.back", () -> model.step(-1)),
                        play,
                        controls.button(SKIP_NEXT, "playground.on", () -> model.step(1)),
                        place,
                        remark);
        bar.getStyleClass().add("playground-transport");
        return bar;
    }

    private void togglePlaying() {
        model.playingProperty().set(!model.playingProperty().get());
    }

    private void press(KeyEvent event) {
        boolean ahead = event.getCode() == KeyCode.RIGHT;
        boolean step = event.isShortcutDown() && (ahead || event.getCode() == KeyCode.LEFT);
        if (step) model.step(ahead ? 1 : -1);
        else if (event.getCode() == KeyCode.SPACE) togglePlaying();
        else return;
        event.consume();
    }

    private void play(boolean on) {
        clock.setRate(Math.clamp(model.setting().steps() / UNHURRIED, 1, 6));
        if (on) clock.play();
        else clock.stop();
    }

    /// Rebuilds only if the shape changes, so that keyboard focus is not lost.
    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        if (wide != (getLeft() == form)) arrange(wide);
        if (bench.arrange(getWidth() >= IN_A_ROW)) bench.room(getHeight());
    }

    private void arrange(boolean wide) {
        setLeft(null);
        column.getChildren().remove(form);
        if (wide) setLeft(form);
        else column.getChildren().add(form);
    }

    private void refresh() {
        Moment now = model.moment();
        Setting setting = now.setting();
        bench.refresh();
        form.refresh();
        sum.show(now);
        formulas.show(setting);
        tensorFlow.show(Spelling.tensorFlow(setting.whole()));
        pyTorch.show(Spelling.pyTorch(setting.whole()));
        LayerPatch real = model.patchProperty().get();
        remark.setText(new Remarks(texts).of(setting, real, now.step()));
        remark.getStyleClass().remove("warning");
        if (setting.steps() == 0) remark.getStyleClass().add("warning");
        int step = setting.steps() == 0 ? 0 : now.step() + 1;
        place.setText(texts.get("playground.position", step, setting.steps()));
        Preset loaded = model.presetProperty().get();
        presets.forEach((preset, button) -> button.setSelected(preset == loaded));
    }
}
