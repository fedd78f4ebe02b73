// What is thrown has to be an Error.
throw "text"; //! TP2014
