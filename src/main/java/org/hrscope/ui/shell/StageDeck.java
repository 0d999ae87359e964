package org.hrscope.ui.shell;

import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.PairLegend;
import org.hrscope.ui.opening.LargerNetworkCard;
import org.hrscope.ui.player.TimelineBar;
import org.hrscope.ui.selection.Absence;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.selection.SelectionWords;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StagePane;
import org.hrscope.ui.stage.StageView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The stage with its overlaid messages, and the timeline below it. FX thread.
final class StageDeck extends VBox {

    /// @param exhibit a lesson's view in place of the stage
    /// @param larger  downloads a larger network
    StageDeck(Shell shell, ViewModels models, StageView stage, Node exhibit, Runnable larger) {
        StagePane pane =
                new StagePane(
                        stage,
                        models.layers(),
                        models.joints(),
                        shell.controls(),
                        shell.texts(),
                        models.live()::draw);
        stage.mirrorableProperty()
                .bind(
                        models.live()
                                .sourceProperty()
                                .map(SourceSpec.Camera.class::isInstance)
                                .orElse(false));
        Texts texts = shell.texts();
        Selection selection = models.selection();
        Label words =
                sign(
                        new SelectionWords(
                                selection,
                                models.joints().skeletonProperty(),
                                models.layers().shownProperty(StageLayer.ANGLES),
                                texts),
                        "selection-sign",
                        Pos.BOTTOM_LEFT);
        words.visibleProperty().bind(words.textProperty().isNotEmpty());
        Label nobody = sign(texts.of("people.nobody"), "nobody-sign", Pos.TOP_CENTER);
        nobody.visibleProperty().bind(absent(selection).and(stage.emptyProperty().not()));
        // Stands over the last frame while a camera is gone.
        Label lost = sign(texts.of("camera.lost"), "lost-sign", Pos.TOP_CENTER);
        lost.setGraphic(new FontIcon(MaterialDesignC.CAMERA_OFF));
        lost.visibleProperty().bind(models.live().lostProperty());
        Notices notices = shell.notices();
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        LargerNetworkCard card = new LargerNetworkCard(models.offer(), texts, larger);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        PairLegend legend =
                new PairLegend(models.lab().cuts(), stage.pair(), shell.controls(), texts);
        StackPane.setAlignment(legend, Pos.TOP_RIGHT);
        pane.getChildren().addAll(words, legend, exhibit, card, lost, nobody, notices);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren()
                .addAll(
                        pane,
                        new TimelineBar(
                                models.live(),
                                models.joints(),
                                selection,
                                models.colours(),
                                shell.controls()));
    }

    /// Whether nobody has been seen for a while.
    private static BooleanExpression absent(Selection selection) {
        BooleanProperty absent =
                new SimpleBooleanProperty(selection.peopleProperty().get().isEmpty());
        Absence absence = new Absence();
        PauseTransition waiting = new PauseTransition();
        waiting.setOnFinished(event -> absent.set(true));
        selection.peopleProperty()
                .addListener((property, before, now) -> {
                    if (now.isEmpty()) {
                        waiting.setDuration(Duration.millis(absence.patience() / 1e6));
                        waiting.playFromStart();
                    } else {
                        absence.seen(System.nanoTime());
                        waiting.stop();
                        absent.set(false);
                    }
                });
        return absent;
    }

    private static Label sign(ObservableValue<String> text, String style, Pos at) {
        Label sign = new Label();
        sign.textProperty().bind(text);
        sign.getStyleClass().add(style);
        sign.setMouseTransparent(true);
        StackPane.setAlignment(sign, at);
        return sign;
    }
}
