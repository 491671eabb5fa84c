// As ADBench defines it; see the Java function for the meaning of the arrays.
#pragma once
#include "peer.hpp"

struct Lstm {
    int layers, width, characters;
    std::vector<double> state, sequence;

    template <class T>
    T value(const T *main) const {
        using std::exp;
        using std::log;
        const T *extra = main + 8 * layers * width;
        std::vector<T> memory(state.begin(), state.end()), x(width);
        T total = 0;
        for (int t = 0; t < characters - 1; t++) {
            for (int i = 0; i < width; i++) x[i] = sequence[t * width + i] * extra[i];
            for (int layer = 0; layer < layers; layer++) {
                run(main + layer * 8 * width, &memory[layer * 2 * width], x.data());
            }
            T sum = 2;
            for (int i = 0; i < width; i++) {
                x[i] = x[i] * extra[width + i] + extra[2 * width + i];
                sum += exp(x[i]);
            }
            T normalization = log(sum);
            for (int i = 0; i < width; i++) total += sequence[(t + 1) * width + i] * (x[i] - normalization);
        }
        return -total / ((characters - 1) * width);
    }

    // Back propagation through time; gates of all characters are kept.
    double hand(const double *main, double *gradient) const {
        int last = characters - 1, size = 8 * width;
        const double *extra = main + layers * size;
        double *extra_b = gradient + layers * size;
        fill(gradient, layers * size + 3 * width, 0);
        std::vector<double> kept(size_t(last) * layers * size), top_b(last * width), memory(state), x(width), e(width);
        double total = 0, factor = -1.0 / (last * width);
        for (int t = 0; t < last; t++) {
            for (int i = 0; i < width; i++) x[i] = sequence[t * width + i] * extra[i];
            for (int layer = 0; layer < layers; layer++) {
                keep(main + layer * size, &memory[layer * 2 * width], x.data(), &kept[(size_t(t) * layers + layer) * size]);
            }
            const double *gold = &sequence[(t + 1) * width];
            double sum = 2, weight = 0;
            for (int i = 0; i < width; i++) {
                double prediction = x[i] * extra[width + i] + extra[2 * width + i];
                sum += e[i] = std::exp(prediction);
                weight += gold[i];
                total += gold[i] * prediction;
            }
            total -= weight * std::log(sum);
            for (int i = 0; i < width; i++) {
                double b = factor * (gold[i] - weight / sum * e[i]);
                extra_b[width + i] += b * x[i];
                extra_b[2 * width + i] += b;
                top_b[t * width + i] = b * extra[width + i];
            }
        }
        fill(memory.data(), memory.size(), 0);
        for (int t = last - 1; t >= 0; t--) {
            double *xb = &top_b[t * width];
            for (int layer = layers - 1; layer >= 0; layer--) {
                pull_back(main + layer * size, &kept[(size_t(t) * layers + layer) * size], &memory[layer * 2 * width], xb, gradient + layer * size);
            }
            for (int i = 0; i < width; i++) extra_b[i] += sequence[t * width + i] * xb[i];
        }
        return factor * total;
    }

private:
    template <class T>
    static T sigmoid(T x) {
        using std::exp;
        return 1 / (1 + exp(-x));
    }

    template <class T>
    void run(const T *p, T *memory, T *x) const {
        using std::tanh;
        int w = width;
        for (int i = 0; i < w; i++) {
            T h = memory[i];
            T forget = sigmoid<T>(x[i] * p[i] + p[4 * w + i]);
            T in = sigmoid<T>(h * p[w + i] + p[5 * w + i]);
            T out = sigmoid<T>(x[i] * p[2 * w + i] + p[6 * w + i]);
            T change = tanh(h * p[3 * w + i] + p[7 * w + i]);
            memory[w + i] = memory[w + i] * forget + in * change;
            memory[i] = out * tanh(memory[w + i]);
            x[i] = memory[i];
        }
    }

    void keep(const double *p, double *memory, double *x, double *k) const {
        int w = width;
        for (int i = 0; i < w; i++) {
            double h = memory[i], cell = memory[w + i];
            double forget = sigmoid(x[i] * p[i] + p[4 * w + i]), in = sigmoid(h * p[w + i] + p[5 * w + i]);
            double out = sigmoid(x[i] * p[2 * w + i] + p[6 * w + i]), change = std::tanh(h * p[3 * w + i] + p[7 * w + i]);
            double next = cell * forget + in * change, th = std::tanh(next);
            double values[] = {x[i], h, cell, forget, in, out, change, th};
            for (int v = 0; v < 8; v++) k[v * w + i] = values[v];
            memory[w + i] = next;
            x[i] = memory[i] = out * th;
        }
    }

    void pull_back(const double *p, const double *k, double *memory_b, double *xb, double *pb) const {
        int w = width;
        for (int i = 0; i < w; i++) {
            double x = k[i], h = k[w + i], cell = k[2 * w + i], forget = k[3 * w + i];
            double in = k[4 * w + i], out = k[5 * w + i], change = k[6 * w + i], th = k[7 * w + i];
            double hb = memory_b[i] + xb[i];
            double cb = memory_b[w + i] + hb * out * (1 - th * th);
            double out_b = hb * th * out * (1 - out), forget_b = cb * cell * forget * (1 - forget);
            double in_b = cb * change * in * (1 - in), change_b = cb * in * (1 - change * change);
            pb[i] += forget_b * x;
            pb[w + i] += in_b * h;
            pb[2 * w + i] += out_b * x;
            pb[3 * w + i] += change_b * h;
            pb[4 * w + i] += forget_b;
            pb[5 * w + i] += in_b;
            pb[6 * w + i] += out_b;
            pb[7 * w + i] += change_b;
            xb[i] = forget_b * p[i] + out_b * p[2 * w + i];
            memory_b[i] = in_b * p[w + i] + change_b * p[3 * w + i];
            memory_b[w + i] = cb * forget;
        }
    }
};
