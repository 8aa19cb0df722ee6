SELECT checkpoint FROM witness
