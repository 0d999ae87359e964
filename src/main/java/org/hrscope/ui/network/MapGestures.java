package org.hrscope.ui.network;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.hrscope.inference.ModelFile;
import org.hrscope.ui.common.AlarmText;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FocusFrame;
import org.hrscope.ui.common.PointerTip;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.NetworkViewModel.Direction;
import org.jspecify.annotations.Nullable;

/// The map with its pointer, wheel and key handling, and the tool tip. FX thread.
final class MapGestures extends StackPane {
    private static final double WHEEL = 1.0018;
    private static final double KEY_ZOOM = 1.25;

    private final NetworkViewModel model;
    private final MapCanvas view;
    private final NodeText words;
    private final MapMenu menus;
    private final Texts texts;
    private final FindBar find;
    private final PointerTip tip = new PointerTip();
    private @Nullable ContextMenu shown;
    private double lastX;
    private double lastY;

    /// @param files the network in use: named in place of the first map until that is there
    MapGestures(
            NetworkViewModel model,
            MapCanvas view,
            Ribbon ribbon,
            ObservableValue<@Nullable ModelFile> files,
            Controls controls,
            Texts texts) {
        this.model = model;
        this.view = view;
        this.texts = texts;
        words = new NodeText(texts);
        getStyleClass().add("network-pane");
        Pane floating = new Pane(tip);
        floating.setMouseTransparent(true);
        find = new FindBar(model, view, controls, texts);
        setAlignment(find, Pos.TOP_RIGHT);
        setMargin(find, new Insets(MapEdges.HEAD + 6, 10, 6, 10));
        setAlignment(ribbon, Pos.BOTTOM_LEFT);
        setMargin(ribbon, new Insets(0, 10, 6, MapEdges.GUTTER + 10));
        Label sign = new Caption(texts.of(() -> opening(files.getValue()), files), "stage-opening");
        sign.setMouseTransparent(true);
        sign.visibleProperty().bind(model.networkProperty().isNull());
        getChildren().addAll(view, sign, ribbon, floating, new FocusFrame(view), find);
        setMinSize(0, 0);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(event -> view.setCursor(Cursor.DEFAULT));
        view.setOnMouseClicked(this::click);
        view.setOnMouseMoved(this::move);
        view.setOnMouseExited(event -> leave());
        view.setOnScroll(this::wheel);
        view.setOnZoom(e -> view.zoom(e.getZoomFactor(), e.getX(), e.getY()));
        view.setOnKeyPressed(this::key);
        menus = new MapMenu(model, texts);
        view.setOnContextMenuRequested(this::menu);
        view.accessibleTextProperty()
                .bind(
                        texts.of(
                                () ->
                                        model.selectedNode()
                                                .map(node ->
                                                        words.of(
                                                                node,
                                                                model.timesProperty().get(),
                                                                model.networkProperty().get()))
                                                .orElseGet(() -> texts.get("network")),
                                model.selection().nodeProperty(),
                                model.networkProperty(),
                                model.timesProperty()));
    }

    /// Opens the field that finds nodes by name.
    void find() {
        find.open();
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        tip.setVisible(false);
    }

    private void drag(MouseEvent event) {
        view.setCursor(Cursor.CLOSED_HAND);
        view.pan(event.getX() - lastX, event.getY() - lastY);
        lastX = event.getX();
        lastY = event.getY();
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress() || event.getButton() != MouseButton.PRIMARY) return;
        MapNode node = view.nodeAt(event.getX(), event.getY());
        if (node != null && model.isPath(node)) {
            model.selection().nodeProperty().set(node.name());
            model.cut(node);
        } else if (node != null) model.selection().open(node.name());
        else if (event.getClickCount() == 2) view.fit();
        else model.selection().nodeProperty().set(null);
    }

    /// Of the node under the pointer; asked for by key, of the selected one.
    private void menu(ContextMenuEvent event) {
        MapNode node =
                event.isKeyboardTrigger()
                        ? model.selectedNode().orElse(null)
                        : view.nodeAt(event.getX(), event.getY());
        if (shown != null) shown.hide();
        event.consume();
        if (node == null) return;
        model.selection().nodeProperty().set(node.name());
        tip.setVisible(false);
        shown = menus.of(node);
        shown.show(view, event.getScreenX(), event.getScreenY());
    }

    private void move(MouseEvent event) {
        MapNode node = view.nodeAt(event.getX(), event.getY());
        view.hover(node);
        view.setCursor(node == null ? Cursor.DEFAULT : Cursor.HAND);
        tip.setVisible(node != null);
        if (node == null) return;
        String text = words.of(node, model.timesProperty().get(), model.networkProperty().get());
        text += model.alarm(node).map(alarm -> "\n" + AlarmText.of(texts, alarm)).orElse("");
        String all = model.isPath(node) ? text + "\n" + texts.get("network.click.cut") : text;
        int first = all.indexOf('\n');
        tip.say(
                first < 0 ? all : all.substring(0, first),
                first < 0 ? "" : all.substring(1 + first));
        tip.autosize();
        double right = getWidth() - tip.getWidth() - 8;
        double bottom = getHeight() - tip.getHeight() - 8;
        tip.relocate(
                Math.clamp(event.getX() + 18, 0, Math.max(0, right)),
                Math.clamp(event.getY() + 14, 0, Math.max(0, bottom)));
    }

    private String opening(@Nullable ModelFile file) {
        return file == null
                ? texts.get("model.opening")
                : texts.get("network.opening", file.info().name());
    }

    private void leave() {
        view.hover(null);
        tip.setVisible(false);
    }

    private void wheel(ScrollEvent event) {
        if (event.isInertia()) return;
        view.zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
        tip.setVisible(false);
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.step(Direction.LEFT, event.isShiftDown());
            case RIGHT -> model.step(Direction.RIGHT, event.isShiftDown());
            case UP -> model.step(Direction.UP, false);
            case DOWN -> model.step(Direction.DOWN, false);
            case ENTER ->
                    model.selectedNode().ifPresent(node -> model.selection().open(node.name()));
            case EQUALS, PLUS, ADD -> view.zoomAtCentre(KEY_ZOOM);
            case MINUS, SUBTRACT -> view.zoomAtCentre(1 / KEY_ZOOM);
            case F -> view.fit();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
