package org.hrscope.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Comparison;
import org.hrscope.ui.lab.PairLegend;
import org.hrscope.ui.opening.LargerNetworkCard;
import org.hrscope.ui.opening.LargerNetworkOffer;
import org.hrscope.ui.opening.OpeningSign;
import org.hrscope.ui.opening.SamplesView;
import org.hrscope.ui.player.MarkedRange;
import org.hrscope.ui.player.TimelineBar;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.selection.SelectionWords;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StagePane;
import org.hrscope.ui.stage.StageTools;
import org.hrscope.ui.stage.StageView;
import org.hrscope.ui.stage.ToolRail;
import org.hrscope.ui.stage.WipeLine;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The stage with its tools and overlaid messages, and the timeline below it. FX thread.
final class StageDeck extends VBox implements Part {
    private static final double EDGE = 12;
    private static final double ABOVE_FOOT = 8;

    /// What the folded layer switches take of it.
    private static final double CORNER = 56;

    private final ViewModels models;
    private final LargerNetworkOffer offer;

    /// From the stage's edge, past the layer switches.
    private static final double SWITCHES = 70;

    private final StagePane pane;
    private final PairLegend legend;

    /// @param exhibit a lesson's view in place of the stage
    StageDeck(
            Shell shell,
            ViewModels models,
            StageDock dock,
            Node exhibit,
            LargerNetworkOffer offer,
            MarkedRange range) {
        this.models = models;
        this.offer = offer;
        StageView stage = dock.view();
        pane =
                new StagePane(
                        stage,
                        models.look().layers(),
                        models.look().joints(),
                        shell.controls(),
                        shell.texts(),
                        dock.tools());
        pane.switchesShown(exhibit.visibleProperty().not());
        var source = models.live().sourceProperty();
        stage.mirrorableProperty()
                .bind(source.map(SourceSpec.Camera.class::isInstance).orElse(false));
        Texts texts = shell.texts();
        Selection selection = models.selection();
        Label words =
                sign(
                        new SelectionWords(
                                selection,
                                models.look().joints().skeletonProperty(),
                                models.look().layers().shownProperty(StageLayer.ANGLES),
                                models.look().layers().angleProperty(),
                                texts),
                        "selection-sign",
                        Pos.BOTTOM_LEFT);
        words.translateXProperty().bind(pane.besideSwitches());
        // Beside the layer switches, no wider than its words, and in more lines where the stage is
        // narrow.
        Paragraph.of(words);
        HBox beside =
                within(
                        pane.widthProperty().subtract(pane.besideSwitches()).subtract(EDGE),
                        words,
                        Pos.BOTTOM_LEFT);
        // What replaces the stage would be below them.
        words.visibleProperty()
                .bind(words.textProperty().isNotEmpty().and(exhibit.visibleProperty().not()));
        Label nobody = sign(texts.of("people.nobody"), "nobody-sign", Pos.TOP_CENTER);
        nobody.visibleProperty()
                .bind(
                        selection
                                .absence()
                                .absentProperty()
                                .and(stage.emptyProperty().not())
                                .and(exhibit.visibleProperty().not()));
        Button samples = samples(shell);
        var real =
                Bindings.createBooleanBinding(
                        () -> !(source.get() instanceof SourceSpec.Demo), source);
        samples.visibleProperty().bind(nobody.visibleProperty().and(real));
        OpeningSign opening = new OpeningSign(models.live(), texts);
        Presence.when(
                opening.textProperty()
                        .isNotEmpty()
                        .and(stage.emptyProperty().not())
                        .and(exhibit.visibleProperty().not()),
                opening);
        // Stands over the last frame while a camera is gone and nothing else is to come.
        Label lost = sign(texts.of("camera.lost"), "lost-sign", Pos.TOP_CENTER);
        lost.setGraphic(new FontIcon(MaterialDesignC.CAMERA_OFF));
        lost.visibleProperty()
                .bind(models.live().lostProperty().and(opening.visibleProperty().not()));
        Notices notices = shell.notices();
        StackPane.setAlignment(notices, Pos.BOTTOM_CENTER);
        LargerNetworkCard card = new LargerNetworkCard(offer, texts);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        legend =
                new PairLegend(
                        Comparison.of(
                                models.lab(),
                                models.live()
                                        .modelProperty()
                                        .map(model -> model == null ? "" : model.name()),
                                texts),
                        stage.pair(),
                        shell.controls());
        StackPane.setAlignment(legend, Pos.TOP_RIGHT);
        pane.widthProperty().subscribe((_, now) -> legend.room(now.doubleValue()));
        // Not its bounds, which have the shadow in them.
        Changes.now(
                () -> stage.viewport().above(legend.foot()),
                legend.visibleProperty(),
                legend.layoutYProperty(),
                legend.translateYProperty(),
                legend.heightProperty());
        Label help = Paragraph.of(toolHelp(dock.tools(), texts));
        // A notice takes its place.
        help.visibleProperty()
                .bind(help.textProperty().isNotEmpty().and(notices.visibleProperty().not()));
        // Above the words about the selection, which may reach under them.
        var foot =
                Bindings.when(words.visibleProperty())
                        .then(words.heightProperty().add(2 * ABOVE_FOOT).negate())
                        .otherwise(-ABOVE_FOOT);
        help.translateYProperty().bind(foot);
        notices.translateYProperty().bind(foot);
        for (Node over : List.of(legend, words, help)) stage.keepClearOf(over);
        pane.getChildren()
                .addAll(
                        new WipeLine(stage.pair()),
                        beside,
                        within(
                                pane.widthProperty().subtract(pane.besideSwitches().multiply(2)),
                                help,
                                Pos.BOTTOM_CENTER),
                        legend,
                        exhibit,
                        card,
                        lost,
                        absence(opening, nobody, samples),
                        notices);
        HBox.setHgrow(pane, Priority.ALWAYS);
        HBox stageAndTools = new HBox(new ToolRail(dock.tools(), shell.controls()), pane);
        VBox.setVgrow(stageAndTools, Priority.ALWAYS);
        getChildren()
                .addAll(
                        stageAndTools,
                        new TimelineBar(
                                models.live(),
                                models.look().joints(),
                                selection,
                                models.look().colours(selection),
                                shell.controls(),
                                range));
    }

    /// Another one, at the top of the stage beside the switches; below the legend where there is no room beside that.
    void addSign(Label sign) {
        addOver(sign);
        sign.setWrapText(true);
        Changes.now(
                () -> StackPane.setMargin(sign, aside(sign)),
                sign.textProperty(),
                sign.widthProperty(),
                pane.widthProperty(),
                legend.visibleProperty(),
                legend.layoutXProperty(),
                legend.layoutYProperty(),
                legend.translateYProperty(),
                legend.heightProperty());
    }

    private Insets aside(Label sign) {
        double free = legend.getLayoutX() + legend.getTranslateX();
        boolean room = SWITCHES + sign.prefWidth(-1) + EDGE <= free;
        boolean below = legend.isVisible() && !room;
        // Below the legend of a narrow stage there are no switches: one button in the corner
        // unfolds them.
        double left = below && pane.getWidth() < StagePane.NARROW ? EDGE : SWITCHES;
        return new Insets(below ? legend.foot() : 0, EDGE, 0, left);
    }

    void addOver(Node sign) {
        StackPane.setAlignment(sign, Pos.TOP_LEFT);
        pane.getChildren().add(sign);
    }

    /// For somebody in front of an empty stage.
    private Button samples(Shell shell) {
        SamplesView gallery = new SamplesView(shell, models.opener()::open);
        Button button = new Button();
        button.textProperty().bind(shell.texts().of("sample.menu"));
        button.getStyleClass().add("stage-offer");
        button.setOnAction(event -> gallery.show(button));
        return button;
    }

    /// Below the button in the stage's corner where they would cover it.
    private VBox absence(Node... signs) {
        VBox column = Styled.as(new VBox(signs), "absence");
        column.setPickOnBounds(false);
        column.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        column.translateYProperty()
                .bind(
                        Bindings.when(
                                        pane.widthProperty()
                                                .subtract(column.widthProperty())
                                                .lessThan(2 * CORNER))
                                .then(CORNER)
                                .otherwise(EDGE));
        StackPane.setAlignment(column, Pos.TOP_CENTER);
        return column;
    }

    /// Its words wrap where they would be wider than `room`.
    private static HBox within(DoubleExpression room, Label sign, Pos at) {
        HBox row = new HBox(sign);
        row.setAlignment(at);
        row.setFillHeight(false);
        row.setMouseTransparent(true);
        row.maxWidthProperty().bind(room);
        StackPane.setAlignment(row, at);
        return row;
    }

    private static Label sign(ObservableValue<String> text, String style, Pos at) {
        Label sign = new Caption(text, style);
        sign.setMouseTransparent(true);
        StackPane.setAlignment(sign, at);
        return sign;
    }

    /// What the active tool does; for the first one that goes without saying.
    private static Label toolHelp(StageTools tools, Texts texts) {
        return sign(
                texts.of(
                        () -> tools.atRest() ? "" : texts.get(tools.active().face().helpKey()),
                        tools.activeProperty()),
                "tool-help",
                Pos.BOTTOM_CENTER);
    }

    @Override
    public void update(long now) {
        offer.pulse(models.selection().peopleProperty().get(), fair(), now);
    }

    /// Whether the bundled network runs by default, not by choice, and on real images.
    private boolean fair() {
        SourceSpec source = models.live().sourceProperty().get();
        boolean real = source != null && !(source instanceof SourceSpec.Demo);
        return real && models.opener().remembered() == null;
    }
}
