#pragma once
#include "peer.hpp"

struct LeastSquares {
    int rows;
    int columns;
    std::vector<double> a;
    std::vector<double> b;

    template <class T>
    T value(const T *x) const {
        T sum = 0;
        for (int i = 0; i < rows; i++) {
            T residual = -b[i];
            for (int j = 0; j < columns; j++) residual += a[i * columns + j] * x[j];
            sum += residual * residual;
        }
        return sum / 2;
    }

    double hand(const double *x, double *gradient) const {
        fill(gradient, columns, 0);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            const double *row = &a[i * columns];
            double residual = dot(row, x, columns) - b[i];
            add_scaled(gradient, residual, row, columns);
            sum += residual * residual;
        }
        return sum / 2;
    }
};
