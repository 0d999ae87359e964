package org.hrscope.ui.apply;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.puppet.Puppet;
import org.hrscope.puppet.PuppetPose;
import org.hrscope.ui.apply.AnimationViewModel.State;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.common.SaveDialog;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;

/// A puppet that moves like the selected person: which one, where, and its motion as a file. FX thread.
public final class AnimationSection extends VBox {
    private static final double PORTRAIT_WIDTH = 46;
    private static final double PORTRAIT_HEIGHT = 62;

    private final AnimationViewModel model;
    private final Shell shell;
    private final Texts texts;
    private final PuppetView view;
    private final PulseGuard guard;

    public AnimationSection(AnimationViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        texts = shell.texts();
        view = new PuppetView(model);
        guard = new PulseGuard(shell.notices()::problem);
        getStyleClass().add("apply-section");
        getChildren().addAll(choice(), theatre(), over(), length(), ending());
        model.changesProperty().addListener((property, before, now) -> refresh());
        model.puppetProperty().addListener((property, before, now) -> refresh());
        visibleProperty().addListener((property, before, now) -> refresh());
    }

    private void refresh() {
        if (isVisible() && getScene() != null) guard.run("puppet", view::repaint);
    }

    private HBox choice() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("puppet-choice");
        for (Puppet puppet : Puppet.values()) {
            ToggleButton button = new ToggleButton();
            button.setGraphic(portrait(puppet));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            shell.controls().named(button, "puppet." + puppet.name().toLowerCase(Locale.ROOT));
            button.setSelected(puppet == model.puppetProperty().get());
            button.setOnAction(event -> {
                // One of them is always on.
                button.setSelected(true);
                model.puppetProperty().set(puppet);
            });
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getChildren().add(button);
        }
        return row;
    }

    private Canvas portrait(Puppet puppet) {
        Canvas canvas = new Canvas(PORTRAIT_WIDTH, PORTRAIT_HEIGHT);
        PuppetPose pose =
                PuppetPose.waving(PORTRAIT_WIDTH / 2, PORTRAIT_HEIGHT - 4, 0.88 * PORTRAIT_HEIGHT);
        new PulseGuard(shell.notices()::problem)
                .run(
                        "portrait",
                        () ->
                                PuppetPainter.paint(
                                        canvas.getGraphicsContext2D(),
                                        puppet.draw(pose),
                                        AffineTransform2D.IDENTITY));
        return canvas;
    }

    private StackPane theatre() {
        Label none = new Label();
        none.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.get(
                                                model.stateProperty().get() == State.NO_BODY
                                                        ? "puppet.no-body"
                                                        : "puppet.nobody"),
                                model.stateProperty()));
        none.visibleProperty().bind(model.stateProperty().isNotEqualTo(State.MOVING));
        none.getStyleClass().add("muted");
        wrapped(none);
        none.setMaxWidth(220);
        view.accessibleTextProperty().bind(texts.of("apply.animation"));
        return new StackPane(view, none);
    }

    private CheckBox over() {
        CheckBox over = new CheckBox();
        over.textProperty().bind(texts.of("puppet.over"));
        over.selectedProperty().bindBidirectional(model.overProperty());
        return over;
    }

    private Label length() {
        Label length = new Label();
        length.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.get(
                                                "puppet.length",
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f",
                                                        model.secondsProperty().get())),
                                model.secondsProperty()));
        length.getStyleClass().add("muted");
        wrapped(length);
        return length;
    }

    private FlowPane ending() {
        Button export = new Button();
        export.textProperty().bind(texts.of("puppet.export"));
        export.setOnAction(event -> export());
        Button again = new Button();
        again.textProperty().bind(texts.of("puppet.again"));
        again.setOnAction(event -> model.startOver());
        var none = Bindings.lessThanOrEqual(model.secondsProperty(), 0);
        for (Button button : new Button[] {export, again}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.disableProperty().bind(none);
        }
        FlowPane ending = new FlowPane(export, again);
        ending.setAlignment(Pos.CENTER_LEFT);
        ending.getStyleClass().add("button-row");
        return ending;
    }

    private static void wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void export() {
        Path file =
                SaveDialog.ask(
                        getScene() == null ? null : getScene().getWindow(),
                        texts.get("puppet.export"),
                        "motion.bvh",
                        List.of(
                                new SaveDialog.Kind("BVH", ".bvh"),
                                new SaveDialog.Kind("JSON", ".json")));
        if (file != null) write(file);
    }

    void write(Path file) {
        model.write(
                file,
                written ->
                        shell.notices()
                                .news(
                                        texts.get(
                                                "puppet.written",
                                                written.file(),
                                                written.frames(),
                                                written.framesASecond())),
                shell.notices()::problem);
    }
}
