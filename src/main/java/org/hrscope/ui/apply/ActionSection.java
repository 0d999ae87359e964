package org.hrscope.ui.apply;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.action.Countable;
import org.hrscope.action.OwnAction;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.LineDialog;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Counts an action of the selected person: which one, how often, the angle over the last seconds, and an action of
/// one's own. FX thread.
public final class ActionSection extends VBox {
    /// What it is used for.
    public enum Use {
        ALL,
        /// A lesson has chosen the action to count.
        COUNT,
        /// Nothing but recording until there is an action of one's own.
        RECORD
    }

    private static final double STATE = 92;

    private final ActionViewModel model;
    private final Shell shell;
    private final Texts texts;
    private final ActionWords words;
    private final AngleCurveView curve;

    public ActionSection(ActionViewModel model, Shell shell, Use use) {
        this.model = model;
        this.shell = shell;
        texts = shell.texts();
        words = new ActionWords(texts);
        curve =
                new AngleCurveView(
                        model.trace(), () -> model.thresholdsProperty().get(), model::move);
        getStyleClass().add("apply-section");
        words(curve.rest(), "rest");
        words(curve.begin(), "begin");
        Changes.of(curve::requestLayout, model.thresholdsProperty());
        StackPane record = new StackPane(buttons(use), new RecordingView(model.recording(), texts));
        Presence.ofVisible(record.getChildren().toArray(Node[]::new));
        record.setAlignment(Pos.TOP_LEFT);
        HBox choice = choosing();
        HBox counted = counting();
        VBox legend = new VBox(new CurveLegend(texts), legend());
        legend.getStyleClass().add("curve-legends");
        switch (use) {
            case ALL -> getChildren().addAll(choice, record, counted, legend);
            case COUNT -> getChildren().addAll(counted, legend);
            case RECORD -> {
                getChildren().addAll(record, choice, counted, legend);
                Presence.when(own(), choice, counted, legend);
            }
        }
    }

    private ObservableValue<Boolean> own() {
        return model.chosenProperty().map(OwnAction.class::isInstance);
    }

    private void words(ThresholdLine line, String key) {
        line.words(texts.of("apply." + key), texts.of("apply.legend." + key));
    }

    private HBox choosing() {
        ComboBox<Countable> choice =
                shell.controls()
                        .choice(
                                model.choices(),
                                action -> texts.of(() -> words.name(action)),
                                model.chosenProperty(),
                                "apply.choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        Button rename =
                shell.controls()
                        .button(MaterialDesignP.PENCIL_OUTLINE, "apply.rename", this::rename);
        Button delete =
                shell.controls()
                        .button(MaterialDesignT.TRASH_CAN_OUTLINE, "apply.delete", model::delete);
        Presence.when(own(), rename, delete);
        return Styled.as(new HBox(choice, rename, delete), "apply-row");
    }

    /// Count and curve side by side: both stay in sight below the text of a lesson.
    private HBox counting() {
        Label count = new Caption(model.countProperty().asString(Locale.ROOT, "%d"), "apply-count");
        Label phase =
                new Caption(texts.ofConstant("apply.phase.", model.phaseProperty()), "apply-phase");
        Button reset =
                shell.controls().button(MaterialDesignR.RESTORE, "apply.reset", model::reset);
        Paragraph.of(phase);
        VBox state = new VBox(new HBox(count, new Spacer(), reset), phase);
        state.setMinWidth(STATE);
        state.setPrefWidth(STATE);
        HBox.setHgrow(curve, Priority.ALWAYS);
        return Styled.as(new HBox(state, curve), "apply-row");
    }

    /// What the curve shows, or why nothing is counted.
    private Label legend() {
        return Paragraph.muted(
                texts.of(
                        () -> words.curve(model), model.chosenProperty(), model.troubleProperty()));
    }

    private HBox buttons(Use use) {
        Button record =
                new TextButton(
                        texts,
                        "apply.record",
                        () -> model.recording().start(model.freeName(texts.get("apply.own"))));
        Button back = new TextButton(texts, "apply.back", model::moveBack);
        back.visibleProperty().bind(model.thresholdsProperty().isNotNull());
        for (Button button : new Button[] {record, back}) button.setMinWidth(USE_PREF_SIZE);
        HBox row = Styled.as(new HBox(record), "apply-row", "button-row");
        if (use == Use.ALL) row.getChildren().add(back);
        row.visibleProperty().bind(Bindings.not(model.recording().onProperty()));
        return row;
    }

    private void rename() {
        String name = model.chosenProperty().get().name();
        new LineDialog(shell, getScene().getWindow(), "apply.rename", "apply.name", name)
                .showAndWait()
                .ifPresent(model::rename);
    }

    /// The selected person has moved.
    public void pulse() {
        if (isVisible()) curve.show();
    }
}
