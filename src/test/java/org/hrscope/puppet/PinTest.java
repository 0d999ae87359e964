package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PinTest {
    private final Pin pin = new Pin(new Spot(31.4, 27.2), 0.7, 2.3);

    @Test
    void movedItsCentreLiesWhereThatPointLay() {
        Spot there = pin.spot(1.7, -4.1);
        assertThat(pin.moved(1.7, -4.1).spot(0, 0)).isEqualTo(there);
        near(pin.moved(1.7, -4.1).spot(0.4, 0.9), pin.spot(2.1, -3.2));
    }

    @Test
    void stretchedItsHeightsStay() {
        near(pin.wide(1.3).spot(2.2, -0.6), pin.spot(2.86, -0.6));
        near(pin.wide(1.3).wide(0.5).spot(2.2, 5.1), pin.spot(1.43, 5.1));
    }

    /// A left ear is the right one turned over.
    @Test
    void turnedOverItIsAMirrorImage() {
        near(pin.wide(-1).spot(2.2, -0.6), pin.spot(-2.2, -0.6));
        near(pin.moved(3.1, 0).wide(-1).spot(2.2, 1.4), pin.spot(0.9, 1.4));
    }

    /// Where a stretched sheet is moved to, its own units count.
    @Test
    void aStretchedSheetMovesByItsOwnUnits() {
        near(pin.wide(2).moved(1.5, 0.5).spot(0, 0), pin.spot(3, 0.5));
    }

    private static void near(Spot found, Spot wanted) {
        assertThat(found.x()).isCloseTo(wanted.x(), within(1e-9));
        assertThat(found.y()).isCloseTo(wanted.y(), within(1e-9));
    }
}
