package org.hrscope.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// The mouse, as tests move it and press its buttons; the left one unless told. FX thread.
public final class Pointer {
    private Pointer() {}

    public static void fire(Node on, EventType<MouseEvent> type, double x, double y) {
        fire(on, type, x, y, false);
    }

    /// @param x     in the node's scene, as if that began where the node does
    /// @param shift whether that key is held
    public static void fire(
            Node on, EventType<MouseEvent> type, double x, double y, boolean shift) {
        fire(on, type, new Place(x, y), MouseButton.PRIMARY, shift);
    }

    /// @param place in the node's scene, as if that began where the node does
    public record Place(double x, double y) {}

    public static void fire(
            Node on, EventType<MouseEvent> type, Place place, MouseButton button, boolean shift) {
        double x = place.x();
        double y = place.y();
        boolean still = type == MouseEvent.MOUSE_CLICKED;
        PickResult under = new PickResult(null, x, y);
        Event.fireEvent(
                on,
                new MouseEvent(
                        type, x, y, x, y, button, 1, shift, false, false, false, true, false, false,
                        false, false, still, under));
    }
}
