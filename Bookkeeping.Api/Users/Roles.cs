namespace Bookkeeping.Api.Users;

/// <summary>The roles that mutations ask for: one for each writing system, and those of people. Until there is sign-on, everybody has all of them.</summary>
internal static class Roles
{
    /// <summary>The experiment's control system (ECS).</summary>
    public const string ControlSystem = "control-system";

    /// <summary>What publishes the LHC's state.</summary>
    public const string LhcInterface = "lhc-interface";

    /// <summary>The trigger system.</summary>
    public const string TriggerSystem = "trigger-system";

    /// <summary>The readout nodes (FLP).</summary>
    public const string Readout = "readout";

    /// <summary>The processing nodes (EPN) and the transfer of their data.</summary>
    public const string Processing = "processing";

    /// <summary>Quality control, and the processes of the data processing layer that it runs.</summary>
    public const string QualityControl = "quality-control";

    /// <summary>People who sign on: shifters, coordinators, experts.</summary>
    public const string User = "user";

    /// <summary>People who look after tags and other reference data.</summary>
    public const string Admin = "admin";
}
