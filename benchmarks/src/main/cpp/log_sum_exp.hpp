#pragma once
#include "peer.hpp"
#include <algorithm>

struct LogSumExp {
    int n;

    template <class T>
    T value(const T *x) const {
        return log_sum_exp(x, n);
    }

    double hand(const double *x, double *gradient) const {
        std::copy(x, x + n, gradient);
        return softmax(gradient, n);
    }
};
