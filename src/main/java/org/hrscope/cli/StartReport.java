package org.hrscope.cli;

import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.threads.GuardedThread;
import org.hrscope.ui.shell.StartListener;
import org.hrscope.ui.shell.WindowStart;

/// Prints a line when the window and when the first pose are there, and ends the program some seconds later: at once for
/// `bench --startup`, after a while for the start that trains the AOT cache. Asked for by system properties, so that
/// the command line is that of any start. FX thread.
public final class StartReport implements StartListener {
    /// Seconds from the first pose to the end; no report without it.
    static final String SECONDS = "hrscope.start.report";

    /// Network and native libraries are opened before the window instead of behind it, for comparison.
    static final String EAGER = "hrscope.start.eager";

    static final String WINDOW = "window shown";
    static final String POSE = "pose drawn";

    private final double seconds;

    private StartReport(double seconds) {
        this.seconds = seconds;
    }

    /// The report this process was asked for, or one that says nothing.
    public static StartListener asked() {
        String seconds = System.getProperty(SECONDS);
        if (seconds == null) return NONE;
        if (Boolean.getBoolean(EAGER)) {
            try {
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()).close();
            } catch (Problem broken) {
                throw new IllegalStateException(broken);
            }
        }
        return new StartReport(Double.parseDouble(seconds));
    }

    @Override
    public void windowShown() {
        System.out.println(WINDOW);
    }

    @Override
    public void poseDrawn() {
        System.out.println(POSE);
        GuardedThread.start("start report", this::end);
    }

    private void end() throws InterruptedException {
        Thread.sleep((long) (seconds * 1000));
        WindowStart.closeAll();
    }
}
