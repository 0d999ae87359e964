package org.hrscope.ui.apply;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
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
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.PulseGuard;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.TextCheck;
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
        getChildren()
                .addAll(
                        choice(),
                        theatre(),
                        new TextCheck(texts, "puppet.over", model.overProperty()),
                        length(),
                        ending());
        model.changesProperty().subscribe((_, _) -> refresh());
        model.puppetProperty().subscribe((_, _) -> refresh());
        model.seenWhere(visibleProperty().and(sceneProperty().isNotNull()));
        model.watchedProperty().subscribe((_, _) -> refresh());
    }

    private void refresh() {
        if (model.watchedProperty().get()) guard.run("puppet", view::repaint);
    }

    private HBox choice() {
        ToggleGroup group = new ToggleGroup();
        HBox row = Styled.as(new HBox(), "puppet-choice");
        for (Puppet puppet : Puppet.values()) {
            ToggleButton button = new ToggleButton();
            button.setGraphic(portrait(puppet));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            shell.controls().named(button, Texts.key("puppet.", puppet));
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
        Label none = Paragraph.muted(texts.of(this::why, model.stateProperty()));
        none.visibleProperty().bind(model.stateProperty().isNotEqualTo(State.MOVING));
        none.setMaxWidth(220);
        view.accessibleTextProperty().bind(texts.of("apply.animation"));
        return new StackPane(view, none);
    }

    private String why() {
        boolean noBody = model.stateProperty().get() == State.NO_BODY;
        return texts.get(noBody ? "puppet.no-body" : "puppet.nobody");
    }

    private Label length() {
        var seconds = model.secondsProperty().map(now -> Texts.format("%.1f", now));
        return Paragraph.muted(texts.of("puppet.length", seconds));
    }

    private FlowPane ending() {
        Button export = new TextButton(texts, "puppet.export", this::export);
        Button again = new TextButton(texts, "puppet.again", model::startOver);
        var none = Bindings.lessThanOrEqual(model.secondsProperty(), 0);
        for (Button button : new Button[] {export, again}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.disableProperty().bind(none);
        }
        FlowPane ending = Styled.as(new FlowPane(export, again), "button-row");
        ending.setAlignment(Pos.CENTER_LEFT);
        return ending;
    }

    private void export() {
        new FileDialog(
                        getScene() == null ? null : getScene().getWindow(),
                        texts.get("puppet.export"))
                .kind("BVH", "*.bvh")
                .kind("JSON", "*.json")
                .save("motion.bvh")
                .ifPresent(this::write);
    }

    void write(Path file) {
        model.write(
                file,
                written ->
                        shell.notices()
                                .news(
                                        texts.of(
                                                "puppet.written",
                                                written.file(),
                                                written.frames(),
                                                written.framesASecond())),
                shell.notices()::problem);
    }
}
