package org.hrscope.motion;

/// How much is smoothed, in the words of the one-euro filter (Casiez, Roussel and Vogel, CHI 2012).
///
/// @param minCutoff hertz: lower is smoother while nothing moves
/// @param beta      hertz for each body height a second: higher lags less in motion
public record OneEuro(double minCutoff, double beta) {
    public static final OneEuro STANDARD = new OneEuro(0.7, 17);

    public OneEuro {
        if (!(minCutoff > 0) || !(beta >= 0)) {
            throw new IllegalArgumentException(minCutoff + " Hz, beta " + beta);
        }
    }
}
