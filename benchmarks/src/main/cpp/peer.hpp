// A problem in C++: the function, its derivative by hand and by ADOL-C.
#pragma once
#include <cmath>
#include <vector>
#ifdef WITH_ADOLC
#include <adolc/adolc.h>
#endif

struct Peer {
    virtual ~Peer() = default;
    virtual size_t derivatives() const = 0;
    virtual double primal() = 0;
    virtual double hand(double *derivative) = 0;
#ifdef WITH_ADOLC
    // Records once; afterwards the tape is run for each derivative, which favours ADOL-C.
    virtual void record() = 0;
    virtual void adolc(double *derivative) = 0;
#endif
};

// A number by all its variables. Problem has a template value(x) and hand(x, gradient).
template <class Problem>
struct GradientPeer final : Peer {
    Problem problem;
    std::vector<double> x;

    GradientPeer(Problem problem, std::vector<double> x) : problem(std::move(problem)), x(std::move(x)) {}

    size_t derivatives() const override { return x.size(); }
    double primal() override { return problem.value(x.data()); }
    double hand(double *gradient) override { return problem.hand(x.data(), gradient); }
#ifdef WITH_ADOLC
    void record() override {
        trace_on(1);
        std::vector<adouble> active(x.size());
        for (size_t i = 0; i < x.size(); i++) {
            active[i] <<= x[i];
        }
        double result;
        problem.value(active.data()) >>= result;
        trace_off();
    }
    void adolc(double *result) override { gradient(1, x.size(), x.data(), result); }
#endif
};

// Small loops that several gradients need.
inline void fill(double *a, int n, double value) {
    for (int i = 0; i < n; i++) a[i] = value;
}
inline void add_scaled(double *__restrict a, double factor, const double *__restrict b, int n) {
    for (int i = 0; i < n; i++) a[i] += factor * b[i];
}
inline void scale(double *__restrict a, double factor, const double *__restrict b, int n) {
    for (int i = 0; i < n; i++) a[i] = factor * b[i];
}
inline double dot(const double *a, const double *b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}
// Replaces x by the derivative of log sum exp x, returns the value.
inline double softmax(double *x, int n) {
    double largest = x[0];
    for (int i = 1; i < n; i++) largest = std::max(largest, x[i]);
    double sum = 0;
    for (int i = 0; i < n; i++) sum += x[i] = std::exp(x[i] - largest);
    for (int i = 0; i < n; i++) x[i] /= sum;
    return largest + std::log(sum);
}
template <class T>
T log_sum_exp(const T *x, int n) {
    using std::exp;
    using std::log;
    T largest = x[0];
    for (int i = 1; i < n; i++) {
        if (x[i] > largest) largest = x[i];
    }
    T sum = 0;
    for (int i = 0; i < n; i++) sum += exp(x[i] - largest);
    return largest + log(sum);
}
