package wrong.mill.crowd;

/// Twenty-six types in one package: nobody finds anything in it.
class Crowd {}

class CrowdB {}

class CrowdC {}

class CrowdD {}

class CrowdE {}

class CrowdF {}

class CrowdG {}

class CrowdH {}

class CrowdI {}

class CrowdJ {}

class CrowdK {}

class CrowdL {}

class CrowdM {}

class CrowdN {}

class CrowdO {}

class CrowdP {}

class CrowdQ {}

class CrowdR {}

class CrowdS {}

class CrowdT {}

class CrowdU {}

class CrowdV {}

class CrowdW {}

class CrowdX {}

class CrowdY {}

class CrowdZ {}
