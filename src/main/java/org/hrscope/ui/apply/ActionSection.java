package org.hrscope.ui.apply;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.action.AngleAction;
import org.hrscope.action.Countable;
import org.hrscope.action.OwnAction;
import org.hrscope.domain.Problem;
import org.hrscope.motion.AngleName;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.LineDialog;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Counts an action of the selected person: which one, how often, the angle over the last seconds, and an action of
/// one's own. FX thread.
public final class ActionSection extends VBox {
    private static final double STATE = 92;

    private final ActionViewModel model;
    private final Shell shell;
    private final Texts texts;
    private final AngleCurveView curve;

    public ActionSection(ActionViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        texts = shell.texts();
        curve =
                new AngleCurveView(
                        model.trace(), () -> model.thresholdsProperty().get(), model::move);
        getStyleClass().add("apply-section");
        named(curve.rest(), "apply.rest");
        named(curve.begin(), "apply.begin");
        Changes.of(curve::requestLayout, model.thresholdsProperty());
        StackPane record = new StackPane(buttons(), new RecordingView(model.recording(), texts));
        Presence.ofVisible(record.getChildren().toArray(Node[]::new));
        record.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(choosing(), record, counting(), legend());
    }

    private void named(ThresholdLine line, String key) {
        line.accessibleTextProperty().bind(texts.of(key));
    }

    private HBox choosing() {
        ComboBox<Countable> choice = new ComboBox<>(model.choices());
        choice.setCellFactory(list -> new ActionCell());
        choice.setButtonCell(new ActionCell());
        choice.valueProperty().bindBidirectional(model.chosenProperty());
        choice.setMaxWidth(Double.MAX_VALUE);
        shell.controls().named(choice, "apply.choice");
        HBox.setHgrow(choice, Priority.ALWAYS);
        Button rename =
                shell.controls()
                        .button(MaterialDesignP.PENCIL_OUTLINE, "apply.rename", this::rename);
        Button delete =
                shell.controls()
                        .button(MaterialDesignT.TRASH_CAN_OUTLINE, "apply.delete", model::delete);
        Presence.when(model.chosenProperty().map(OwnAction.class::isInstance), rename, delete);
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
        return Paragraph.of(
                new Caption(
                        texts.of(this::explained, model.chosenProperty(), model.troubleProperty()),
                        "muted"));
    }

    private String explained() {
        Problem trouble = model.troubleProperty().get();
        if (trouble != null) return trouble.message(texts.language());
        return switch (model.chosenProperty().get()) {
            case AngleAction known -> texts.get("apply.curve." + known.name());
            case OwnAction own -> texts.get("apply.curve.own", joint(own.angles().getFirst()));
            case null -> "";
        };
    }

    private String joint(AngleName angle) {
        return new JointNames(texts).of(angle.joints().get(1));
    }

    private HBox buttons() {
        Button record =
                new TextButton(
                        texts,
                        "apply.record",
                        () -> model.recording().start(model.freeName(texts.get("apply.own"))));
        Button back = new TextButton(texts, "apply.back", model::moveBack);
        back.visibleProperty().bind(model.thresholdsProperty().isNotNull());
        for (Button button : new Button[] {record, back}) button.setMinWidth(USE_PREF_SIZE);
        HBox row = Styled.as(new HBox(record, back), "apply-row", "button-row");
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

    private final class ActionCell extends ListCell<Countable> {
        @Override
        protected void updateItem(@Nullable Countable item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) setText("");
            else if (item instanceof AngleAction) {
                textProperty().bind(texts.of("apply.action." + item.name()));
            } else {
                setText(item.name());
            }
        }
    }
}
