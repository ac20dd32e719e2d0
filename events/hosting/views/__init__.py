"""The pages of hosting: for everybody, for the applicant, for the desk."""
