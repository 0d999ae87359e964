package org.hrscope.inference;

import org.hrscope.domain.Keypoint;

/// One Newton step from a peak, from the derivatives of the heatmap's logarithm.
record NewtonStep(double dx, double dy, double dxx, double dxy, double dyy) {

    /// The refined maximum; the peak itself if the Hessian is singular.
    Keypoint from(Peak peak) {
        double determinant = dxx * dyy - dxy * dxy;
        if (determinant == 0) return peak.keypoint();
        double stepX = -(dyy * dx - dxy * dy) / determinant;
        double stepY = -(dxx * dy - dxy * dx) / determinant;
        return Double.isFinite(stepX + stepY) ? peak.moved(stepX, stepY) : peak.keypoint();
    }
}
