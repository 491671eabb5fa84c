#pragma once
#include "peer.hpp"

struct Network {
    int pixels, hidden, classes, batch;
    std::vector<double> pictures, labels;

    template <class T>
    T value(const T *x) const {
        using std::tanh;
        const T *w1 = x, *b1 = w1 + hidden * pixels, *w2 = b1 + hidden, *b2 = w2 + classes * hidden;
        std::vector<T> h(hidden), scores(classes);
        T sum = 0;
        for (int p = 0; p < batch; p++) {
            for (int i = 0; i < hidden; i++) {
                T s = b1[i];
                for (int j = 0; j < pixels; j++) s += w1[i * pixels + j] * pictures[p * pixels + j];
                h[i] = tanh(s);
            }
            for (int i = 0; i < classes; i++) {
                T s = b2[i];
                for (int j = 0; j < hidden; j++) s += w2[i * hidden + j] * h[j];
                scores[i] = s;
            }
            sum += log_sum_exp(scores.data(), classes) - scores[int(labels[p])];
        }
        return sum / batch;
    }

    double hand(const double *x, double *gradient) const {
        const double *w1 = x, *b1 = w1 + hidden * pixels, *w2 = b1 + hidden, *b2 = w2 + classes * hidden;
        double *w1b = gradient, *b1b = w1b + hidden * pixels, *w2b = b1b + hidden, *b2b = w2b + classes * hidden;
        fill(gradient, hidden * (pixels + 1) + classes * (hidden + 1), 0);
        std::vector<double> h(hidden), hb(hidden), scores(classes);
        double sum = 0;
        for (int p = 0; p < batch; p++) {
            const double *picture = &pictures[p * pixels];
            for (int i = 0; i < hidden; i++) h[i] = std::tanh(b1[i] + dot(w1 + i * pixels, picture, pixels));
            for (int i = 0; i < classes; i++) scores[i] = b2[i] + dot(w2 + i * hidden, h.data(), hidden);
            double score = scores[int(labels[p])];
            sum += softmax(scores.data(), classes) - score;
            scores[int(labels[p])] -= 1;
            fill(hb.data(), hidden, 0);
            for (int i = 0; i < classes; i++) {
                double b = scores[i] / batch;
                b2b[i] += b;
                add_scaled(w2b + i * hidden, b, h.data(), hidden);
                add_scaled(hb.data(), b, w2 + i * hidden, hidden);
            }
            for (int i = 0; i < hidden; i++) {
                double b = hb[i] * (1 - h[i] * h[i]);
                b1b[i] += b;
                add_scaled(w1b + i * pixels, b, picture, pixels);
            }
        }
        return sum / batch;
    }
};
