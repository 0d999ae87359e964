package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hrscope.settings.Settings;
import org.junit.jupiter.api.Test;

/// The window opens on the screen, with its title bar.
class WindowPlaceTest {
    /// A screen of 1366 x 768 to the right of another, with a panel of 27 pixels above.
    private static final Rectangle2D AREA = new Rectangle2D(1920, 27, 1366, 741);

    @Property
    void neverBeyondWhatIsVisible(
            @ForAll @DoubleRange(min = -5000, max = 5000) double x,
            @ForAll @DoubleRange(min = -5000, max = 5000) double y,
            @ForAll @DoubleRange(min = 1, max = 4000) double width,
            @ForAll @DoubleRange(min = 1, max = 4000) double height) {
        Settings.Bounds before = new Settings.Bounds(x, y, width, height, false);
        assertThat(AREA.contains(WindowPlace.in(AREA, before))).isTrue();
        Rectangle2D tiny = new Rectangle2D(0, 0, 800, 600);
        assertThat(tiny.contains(WindowPlace.in(tiny, before))).isTrue();
    }

    @Test
    void theFirstTimeInTheMiddleAndNoLargerThanTheScreen() {
        assertThat(WindowPlace.in(AREA, null)).isEqualTo(new Rectangle2D(1963, 27, 1280, 741));
    }

    @Test
    void whereItFitsItIsAsItWas() {
        Settings.Bounds before = new Settings.Bounds(1950.5, 33, 1100, 734, false);
        assertThat(WindowPlace.in(AREA, before)).isEqualTo(new Rectangle2D(1950.5, 33, 1100, 734));
    }

    /// Such as 1280 x 720 at 125 %, with a panel above.
    @Test
    void aSmallScaledScreenIsFilled() {
        for (int panel = 0; panel < 60; panel++) {
            double top = panel / 1.25;
            Rectangle2D area = new Rectangle2D(0, top, 1024, (720 - panel) / 1.25);
            Rectangle2D place = WindowPlace.in(area, null);
            assertThat(place.getMinY()).isCloseTo(top, within(1e-9));
            assertThat(place.getHeight()).isEqualTo(area.getHeight());
        }
    }

    /// Its screen, at the right of the other one, was unplugged.
    @Test
    void comesBackWhereItsMiddleIsOnNoScreen() {
        Rectangle2D left = new Rectangle2D(0, 0, 1920, 1080);
        Settings.Bounds now = new Settings.Bounds(2000, 50, 1300, 734, false);
        assertThat(WindowPlace.back(now, List.of(left, AREA))).isEmpty();
        assertThat(WindowPlace.back(now, List.of(left)))
                .contains(new Rectangle2D(620, 50, 1300, 734));
    }

    /// Half of it or more: a person may have put it there.
    @Test
    void staysWhereItsMiddleIsSeen() {
        Settings.Bounds now = new Settings.Bounds(1300, 27, 1300, 741, false);
        assertThat(WindowPlace.back(now, List.of(AREA))).isEmpty();
        Settings.Bounds less = new Settings.Bounds(1260, 27, 1300, 741, false);
        assertThat(WindowPlace.back(less, List.of(AREA)))
                .contains(new Rectangle2D(1920, 27, 1300, 741));
    }
}
